package org.prakat.gateway.adapter.in.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the pages. */
class MessagesTest {

    private static final List<String> BUNDLES = List.of("messages", "administration");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates/staff");
    private static final Path CODE = Path.of("src/main/java/org/prakat/gateway/adapter/in/ui");

    /** A key that stands in full: {@code #{key}}, {@code #{key(...)}} or {@code #messages.msg('key')}. */
    private static final Pattern KEY =
            Pattern.compile("#\\{([a-zA-Z0-9._]+)[(}]|#messages\\.msg\\('([a-zA-Z0-9._]+)'\\)");

    /** A key whose end is known only when the page is made: {@code 'status.' + ...}, in code {@code say("status." + ...)}. */
    private static final Pattern BEGINNING = Pattern.compile(
            "(?:#\\{\\$\\{|msg\\(|msgOrNull\\(|say\\(\\s*|getMessage\\()['\"]((?:[a-zA-Z]+\\.)+)['\"] \\+");

    private static final Pattern DONE = Pattern.compile("\\?done=([a-zA-Z]+)");

    @Test
    void bothLanguagesSayTheSameThings() throws Exception {
        assertThat(keys("_en")).isEqualTo(keys(""));
    }

    @Test
    void everyTextThatAPageNamesIsThere() throws Exception {
        Set<String> keys = keys("");
        String templates = all(TEMPLATES);

        assertThat(found(KEY, templates)).isNotEmpty().isSubsetOf(keys);
        assertThat(found(BEGINNING, templates)).isNotEmpty().allMatch(beginning -> keys.stream()
                .anyMatch(key -> key.startsWith(beginning)));
        assertThat(found(DONE, templates + all(CODE))).isNotEmpty().allMatch(done -> keys.contains("done." + done));
    }

    @Test
    void everyTextIsUsed() throws Exception {
        String pages = all(TEMPLATES) + all(CODE);
        Set<String> named = found(KEY, pages);
        Set<String> beginnings = found(BEGINNING, pages);

        assertThat(keys(""))
                .allMatch(key -> named.contains(key)
                        || key.startsWith("done.")
                        || pages.contains("\"" + key + "\"")
                        || beginnings.stream().anyMatch(key::startsWith));
    }

    /** The keys of all bundles in a language. */
    private static Set<String> keys(String language) throws IOException {
        Properties texts = new Properties();
        for (String bundle : BUNDLES) {
            String name = "/org/prakat/gateway/ui/" + bundle + language + ".properties";
            try (Reader reader = new InputStreamReader(
                    Objects.requireNonNull(MessagesTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private static String all(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file)).append('\n');
            }
        }
        return text.toString();
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text)
                .results()
                .forEach(match -> found.add(match.group(match.groupCount() > 1 && match.group(1) == null ? 2 : 1)));
        return found;
    }
}

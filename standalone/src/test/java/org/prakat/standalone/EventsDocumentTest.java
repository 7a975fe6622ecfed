package org.prakat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.prakat.common.event.EventType;

/** The second half of {@code docs/events.md} is made from the contract; {@code -Dprakat.write-docs=true} makes it anew. */
class EventsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "events.md");
    private static final String HEADING = "## The fields\n\nMade from the code by `EventsDocumentTest`.\n\n";

    @Test
    void theDocumentNamesEveryEventWithItsTopicAndFields() throws Exception {
        String document = Files.readString(DOCUMENT);
        String written = document.substring(0, document.indexOf(HEADING));
        String rendered = written + HEADING + "| type | topic | fields |\n| --- | --- | --- |\n" + rows();
        if (Boolean.getBoolean("prakat.write-docs")) {
            Files.writeString(DOCUMENT, rendered);
        }

        assertThat(DOCUMENT).content().isEqualTo(rendered);
        assertThat(EventType.values()).allMatch(type -> isExplained(type.wireName(), written));
    }

    /** By its whole name, or, of those that belong together, by its end. */
    private static boolean isExplained(String wireName, String written) {
        return written.contains("`" + wireName + "`")
                || written.contains("`" + wireName.substring(wireName.indexOf('.')) + "`");
    }

    private static String rows() {
        return Arrays.stream(EventType.values()).map(EventsDocumentTest::row).collect(Collectors.joining());
    }

    private static String row(EventType type) {
        String fields = Arrays.stream(type.body().getRecordComponents())
                .map(EventsDocumentTest::field)
                .collect(Collectors.joining(", "));
        return "| `" + type.wireName() + "` | `" + type.topic().topicName() + "` | " + fields + " |\n";
    }

    private static String field(RecordComponent component) {
        return "`" + component.getName() + "` " + name(component.getGenericType());
    }

    private static String name(Type type) {
        if (type instanceof ParameterizedType generic) {
            return name(generic.getRawType()) + " of "
                    + Arrays.stream(generic.getActualTypeArguments())
                            .map(EventsDocumentTest::name)
                            .collect(Collectors.joining(" to "));
        }
        return ((Class<?>) type).getSimpleName();
    }
}

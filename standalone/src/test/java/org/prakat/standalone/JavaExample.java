package org.prakat.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The example client in Java, from its source, with no more on its class path than its pom names. */
final class JavaExample {

    private static final Path CLIENT = Path.of("..", "examples", "java", "Office.java");
    private static final Pattern LIBRARIES =
            Pattern.compile("(cloudevents-(api|core|kafka)|kafka-clients|slf4j-api)-\\d.*\\.jar");

    private JavaExample() {}

    /** @param kafka settings of a client, which go into a file */
    static ExampleProgram start(Map<String, Object> kafka, String office, String eventId, Path data, Path folder)
            throws IOException {
        Path settings = folder.resolve("office.properties");
        Properties properties = new Properties();
        properties.putAll(kafka);
        try (var writer = Files.newBufferedWriter(settings)) {
            properties.store(writer, null);
        }
        return ExampleProgram.start(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                libraries(),
                CLIENT.toString(),
                settings.toString(),
                office,
                eventId,
                data.toString()));
    }

    private static String libraries() {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(library -> LIBRARIES
                        .matcher(Path.of(library).getFileName().toString())
                        .matches())
                .collect(Collectors.joining(File.pathSeparator));
    }
}

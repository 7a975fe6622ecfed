package org.prakat.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prakat.common.messaging.OfficeAccess;
import org.prakat.common.messaging.OfficeTopics;

/**
 * {@code ./prakat kafka give|take OFFICE}: gives another office access to the embedded Kafka of the running system and shows its
 * password this once, or takes it away.
 */
public final class OfficeKafkaAccess {

    private static final String DATA = "--data=";

    private OfficeKafkaAccess() {}

    /** @throws IOException when no system runs on that data folder */
    public static void main(String... arguments) throws IOException {
        Path data = Path.of("data");
        List<String> words = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith(DATA)) {
                data = Path.of(argument.substring(DATA.length()));
            } else {
                words.add(argument);
            }
        }
        if (words.size() != 2) {
            throw new IllegalArgumentException("give OFFICE, or take OFFICE");
        }
        KafkaAddresses kafka = KafkaAddresses.keptIn(data);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        new OfficeAccess(Map.of("bootstrap.servers", kafka.internal()), (short) 1)
                .change(words.get(0), new OfficeTopics(words.get(1)), out);
        out.println("at        " + kafka.offices() + ", " + kafka.protocol() + " with SCRAM-SHA-512");
    }
}

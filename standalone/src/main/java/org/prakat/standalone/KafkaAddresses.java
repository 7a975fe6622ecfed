package org.prakat.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.prakat.embedded.OwnerOnlyFiles;

/**
 * Where the embedded broker listens while it runs, kept in the data folder for other programs of its owner.
 *
 * @param internal for the services and the administrator, without a password
 * @param offices for other offices, with one
 * @param protocol by which they come, as Kafka calls it
 */
record KafkaAddresses(String internal, String offices, String protocol) {

    private static final String FILE = "kafka.addresses";

    /** @throws IOException when no system was ever started there */
    static KafkaAddresses keptIn(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve(FILE));
        return new KafkaAddresses(lines.get(0), lines.get(1), lines.get(2));
    }

    void keepIn(Path data) throws IOException {
        OwnerOnlyFiles.write(data.resolve(FILE), internal + "\n" + offices + "\n" + protocol + "\n");
    }
}

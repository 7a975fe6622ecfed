package org.prakat.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The key pair of the embedded object store: made at the first start and kept for its owner's eyes only. */
public record Credentials(String accessKey, String secretKey) {

    /**
     * Reads them from a file, or makes them and writes it.
     *
     * @throws IOException when the file cannot be read or written
     */
    static Credentials keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            OwnerOnlyFiles.write(file, "prakat\n" + RandomSecrets.next() + "\n");
        }
        List<String> lines = Files.readAllLines(file);
        return new Credentials(lines.get(0), lines.get(1));
    }

    @Override
    public String toString() {
        return "Credentials[accessKey=" + accessKey + "]";
    }
}

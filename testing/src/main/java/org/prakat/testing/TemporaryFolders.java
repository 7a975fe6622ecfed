package org.prakat.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes what a test run leaves on the disk. */
public final class TemporaryFolders {

    private TemporaryFolders() {}

    /**
     * Deletes a folder with all that is in it.
     *
     * @throws IOException when something cannot be deleted
     */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}

package org.prakat.common.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checkpoints in a folder, one file for each chain, one line of JSON for each checkpoint. The folder is worth something when
 * it lies on another machine or on a medium that can only be added to.
 */
public final class FolderCheckpoints implements KeptCheckpoints {

    private final Path folder;
    private final String service;
    private final JsonMapper json = JsonMapper.shared();

    /** @throws UncheckedIOException when the folder cannot be made */
    public FolderCheckpoints(Path folder, String service) {
        this.folder = folder;
        this.service = service;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void keep(Checkpoint checkpoint) {
        try {
            Files.writeString(
                    file(checkpoint.office()),
                    json.writeValueAsString(checkpoint) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Checkpoint> of(String office) {
        Path file = file(office);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.isBlank())
                    .map(line -> json.readValue(line, Checkpoint.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String office) {
        return folder.resolve(service + "." + office + ".jsonl");
    }
}

package org.prakat.common.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.Tika;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;

/** Decides what a file is by what is in it. */
final class ContentType {

    private static final String ZIP = "application/zip";
    /** What Tika says of an OLE 2 container: its own name, or the document's where it catches sight of the main stream. */
    private static final Set<String> OLE2 = Set.of(
            "application/x-tika-msoffice",
            FileType.DOC.mediaType(),
            FileType.XLS.mediaType(),
            FileType.PPT.mediaType());

    private final Tika tika = new Tika();

    /**
     * The type of a file.
     *
     * @throws IOException when the file cannot be read from the disk
     */
    Result<FileType> of(Path file) throws IOException {
        String detected = detect(file);
        if (isExecutable(detected)) {
            return refused("EXECUTABLE");
        }
        if (detected.equals(ZIP) || detected.startsWith("application/x-tika-ooxml")) {
            return OfficeOpenXml.typeOf(file);
        }
        if (OLE2.contains(detected)) {
            return ole2(file);
        }
        return permitted(FileType.ofMediaType(detected));
    }

    private String detect(Path file) throws IOException {
        // Without the name: the content alone decides.
        try (InputStream head = new BufferedInputStream(Files.newInputStream(file))) {
            return tika.detect(head);
        }
    }

    private static boolean isExecutable(String mediaType) {
        return mediaType.contains("executable")
                || mediaType.contains("x-msdownload")
                || mediaType.contains("x-dosexec")
                || mediaType.contains("x-elf")
                || mediaType.contains("x-sharedlib")
                || mediaType.contains("x-mach-o")
                || mediaType.contains("java-vm")
                || mediaType.endsWith("x-sh")
                || mediaType.endsWith("x-bat")
                || mediaType.endsWith("javascript")
                || mediaType.endsWith("x-python")
                || mediaType.endsWith("x-perl");
    }

    /** The older Office formats: one container, told apart by the name of the main stream. */
    private static Result<FileType> ole2(Path file) {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntry("_VBA_PROJECT_CUR") || root.hasEntry("Macros")) {
                return refused("MACROS");
            }
            if (root.hasEntry("WordDocument")) {
                return Result.ok(FileType.DOC);
            }
            if (root.hasEntry("Workbook") || root.hasEntry("Book")) {
                return Result.ok(FileType.XLS);
            }
            return root.hasEntry("PowerPoint Document") ? Result.ok(FileType.PPT) : permitted(Optional.empty());
        } catch (IOException | RuntimeException damaged) {
            return permitted(Optional.empty());
        }
    }

    private static Result<FileType> permitted(Optional<FileType> type) {
        return type.map(Result::ok).orElseGet(() -> refused("TYPE_NOT_PERMITTED"));
    }

    private static Result<FileType> refused(String code) {
        return Result.refused(Reason.UNSUPPORTED_TYPE, code);
    }
}

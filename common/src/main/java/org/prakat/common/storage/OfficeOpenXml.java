package org.prakat.common.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;

/**
 * Zip containers: which Office document one is (ECMA-376 part 2, section 10.1.2: the content types), and whether it
 * unpacks to something outrageous. The work is bounded, whatever the archive says of itself.
 */
final class OfficeOpenXml {

    private static final int MOST_ENTRIES = 10_000;
    private static final long LARGEST_UNPACKED = 1024L * 1024 * 1024;
    private static final long LARGEST_RATIO = 200;
    /** A small file may be anything: ten megabytes unpacked harm nobody. */
    private static final long HARMLESS = 10L * 1024 * 1024;

    private static final int LONGEST_CONTENT_TYPES = 1024 * 1024;
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private static final Map<String, FileType> MAIN_PARTS = Map.of(
            "wordprocessingml.document.main+xml", FileType.DOCX,
            "spreadsheetml.sheet.main+xml", FileType.XLSX,
            "presentationml.presentation.main+xml", FileType.PPTX);

    private OfficeOpenXml() {}

    static Result<FileType> typeOf(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            if (isBomb(zip, file.toFile().length())) {
                return refused("ARCHIVE_BOMB");
            }
            ZipEntry contentTypes = zip.getEntry(CONTENT_TYPES);
            if (contentTypes == null) {
                return refused("TYPE_NOT_PERMITTED");
            }
            return typeNamedIn(read(zip, contentTypes));
        } catch (IOException | IllegalArgumentException damaged) {
            return refused("TYPE_NOT_PERMITTED");
        }
    }

    private static Result<FileType> typeNamedIn(String contentTypes) {
        if (contentTypes.contains("macroEnabled") || contentTypes.contains("vbaProject")) {
            return refused("MACROS");
        }
        for (Map.Entry<String, FileType> mainPart : MAIN_PARTS.entrySet()) {
            if (contentTypes.contains(mainPart.getKey())) {
                return Result.ok(mainPart.getValue());
            }
        }
        return refused("TYPE_NOT_PERMITTED");
    }

    private static boolean isBomb(ZipFile zip, long packed) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            return true;
        }
        long most = Math.min(LARGEST_UNPACKED, Math.max(HARMLESS, packed * LARGEST_RATIO));
        long unpacked = 0;
        byte[] buffer = new byte[8192];
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            // What the entry says of its size proves nothing: count.
            try (InputStream content = zip.getInputStream(entries.nextElement())) {
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    unpacked += read;
                    if (unpacked > most) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static String read(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            return new String(content.readNBytes(LONGEST_CONTENT_TYPES), StandardCharsets.UTF_8);
        }
    }

    private static Result<FileType> refused(String code) {
        return Result.refused(Reason.UNSUPPORTED_TYPE, code);
    }
}

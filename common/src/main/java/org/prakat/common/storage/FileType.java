package org.prakat.common.storage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of file that this system can tell by their content. Which of them may be published, a category says. */
public enum FileType {
    PDF("pdf", "application/pdf"),
    DOC("doc", "application/msword"),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLS("xls", "application/vnd.ms-excel"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PPT("ppt", "application/vnd.ms-powerpoint"),
    PPTX("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    JPEG("jpg", "image/jpeg", "jpeg"),
    PNG("png", "image/png");

    private final String extension;
    private final String mediaType;
    private final String otherExtension;

    FileType(String extension, String mediaType) {
        this(extension, mediaType, extension);
    }

    FileType(String extension, String mediaType, String otherExtension) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.otherExtension = otherExtension;
    }

    /** The usual extension, lower case, without the dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether files of this type may carry this extension. */
    public boolean isNamed(String fileExtension) {
        String lower = fileExtension.toLowerCase(Locale.ROOT);
        return lower.equals(extension) || lower.equals(otherExtension);
    }

    public static Optional<FileType> ofExtension(String fileExtension) {
        return Arrays.stream(values())
                .filter(type -> type.isNamed(fileExtension))
                .findFirst();
    }

    static Optional<FileType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }
}

package org.prakat.common.web;

import org.prakat.common.event.Attachment;

/** A file as the APIs show it; where it lies is nobody's business. */
public record FileView(
        String id, String fileName, String extension, String mediaType, long size, int order, String sha256) {

    public static FileView of(Attachment file) {
        return new FileView(
                file.id(),
                file.fileName(),
                file.extension(),
                file.mediaType(),
                file.size(),
                file.order(),
                file.sha256());
    }
}

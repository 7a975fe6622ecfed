package org.prakat.common.event;

import java.util.Objects;

/**
 * A file of a request, checked and stored.
 *
 * @param id unique within the request
 * @param extension lower case, without the dot
 * @param mediaType as its content says
 * @param size in bytes
 * @param order its place among the request's files, from 1
 * @param sha256 of its content, 64 lower-case hexadecimal digits
 * @param key where it lies in the object store; the same in every bucket
 */
public record Attachment(
        String id,
        String fileName,
        String extension,
        String mediaType,
        long size,
        int order,
        String sha256,
        String key) {

    public Attachment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(key, "key");
    }

    public Attachment withOrder(int newOrder) {
        return new Attachment(id, fileName, extension, mediaType, size, newOrder, sha256, key);
    }
}

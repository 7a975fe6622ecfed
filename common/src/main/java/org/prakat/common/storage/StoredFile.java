package org.prakat.common.storage;

/**
 * A file that was let in.
 *
 * @param name as its owner named it
 * @param extension lower case, without the dot
 * @param mediaType as its content says
 * @param size in bytes
 * @param sha256 of its content, 64 lower-case hexadecimal digits
 * @param key where it lies in {@link Bucket#INCOMING}
 */
public record StoredFile(String name, String extension, String mediaType, long size, String sha256, String key) {}

package org.prakat.common.storage;

import java.util.List;

/**
 * What a category lets in.
 *
 * @param permittedExtensions lower case, without the dot
 * @param maxSize of one file, in bytes
 */
public record FileLimits(List<String> permittedExtensions, long maxSize) {

    public FileLimits {
        permittedExtensions = List.copyOf(permittedExtensions);
    }

    boolean permits(FileType type) {
        return permittedExtensions.stream().anyMatch(type::isNamed);
    }
}

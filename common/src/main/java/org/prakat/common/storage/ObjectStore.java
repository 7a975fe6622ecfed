package org.prakat.common.storage;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where files lie (a port). Each method throws {@link ObjectStoreUnavailable} when the store does not answer.
 */
public interface ObjectStore {

    /**
     * Stores a file under a key, in the place of what was there. Reads the stream to its end and does not close it; if the
     * stream fails, nothing is stored.
     *
     * @param size in bytes; -1 when it is not known yet
     */
    void put(Bucket bucket, String key, InputStream content, long size, String mediaType);

    /**
     * Opens a file, or a part of it.
     *
     * @param offset the first byte that is wanted
     * @param length how many bytes; to the end when empty
     * @return the bytes, for the caller to close; empty when there is no such file
     */
    Optional<InputStream> open(Bucket bucket, String key, long offset, OptionalLong length);

    /** The size in bytes; empty when there is no such file. */
    OptionalLong size(Bucket bucket, String key);

    /** Copies a file inside the store; false when there is no such file. Doing so twice is the same as once. */
    boolean copy(Bucket from, Bucket to, String key);

    /** Deletes a file; doing so twice is the same as once. */
    void delete(Bucket bucket, String key);
}

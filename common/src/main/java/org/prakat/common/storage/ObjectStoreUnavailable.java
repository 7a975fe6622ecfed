package org.prakat.common.storage;

import org.jspecify.annotations.Nullable;

/** The object store does not answer, or not as it should. Trying again later helps. */
public final class ObjectStoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ObjectStoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

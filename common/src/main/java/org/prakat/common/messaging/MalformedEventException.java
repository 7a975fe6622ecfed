package org.prakat.common.messaging;

import org.jspecify.annotations.Nullable;

/** An event that is not what the contract says. Trying again does not help: it goes to the dead letters at once. */
public final class MalformedEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package org.prakat.common.messaging;

import java.util.List;

/**
 * Tells outages of the servers that a service needs from failures of its own.
 *
 * @param signs exceptions that mean an outage, themselves or as a cause
 */
public record Outages(List<Class<? extends Throwable>> signs) {

    public Outages {
        signs = List.copyOf(signs);
    }

    public boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isSign(cause)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSign(Throwable cause) {
        return signs.stream().anyMatch(sign -> sign.isInstance(cause));
    }
}

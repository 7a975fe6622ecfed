package org.prakat.common.event;

import java.util.Objects;

/** The owner took a submitted request back before it was published. */
public record RequestWithdrawn(String requestId, int revision, Person by, String explanation) implements RequestEvent {

    public RequestWithdrawn {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(explanation, "explanation");
    }
}

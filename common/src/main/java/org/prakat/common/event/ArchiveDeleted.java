package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;

/** The retention time ended and the files of a removed item are deleted from the archive. */
public record ArchiveDeleted(String requestId, int revision, Instant at) implements PublicationEvent {
    public ArchiveDeleted {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(at, "at");
    }
}

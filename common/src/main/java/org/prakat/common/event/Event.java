package org.prakat.common.event;

import org.jspecify.annotations.Nullable;

/** Something that has happened and that others act on. When it happened stands in the envelope. */
public sealed interface Event permits RequestEvent, ApprovalEvent, PublicationEvent, ExpiryEvent, ReferenceEvent {

    /** What it happened to: the key that keeps its events in order, on the wire {@code ce_subject} and the record's key. */
    String subject();

    /** The appointment order under which somebody made it happen; absent where that needs none. */
    default @Nullable OrderReference order() {
        return null;
    }
}

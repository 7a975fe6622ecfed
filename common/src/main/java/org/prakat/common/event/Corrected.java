package org.prakat.common.event;

import java.util.Objects;

/**
 * The webmaster corrected a slip in the text of what stands on the site.
 *
 * @param field title, summary or source
 * @param approver who approved the text, and is told
 */
public record Corrected(
        String requestId,
        int revision,
        Person webmaster,
        OrderReference order,
        String field,
        String before,
        String after,
        Person approver)
        implements PublicationEvent {
    public Corrected {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(webmaster, "webmaster");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(approver, "approver");
    }
}

package org.prakat.request.application;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.Draft;
import org.prakat.request.domain.PublicationRequest;

/** The owner changes what a draft says. */
public final class EditDraft {

    private final Requests requests;
    private final InstantSource clock;

    public EditDraft(Requests requests, InstantSource clock) {
        this.requests = requests;
        this.clock = clock;
    }

    public Result<Versioned<PublicationRequest>> edit(Identity who, String id, long version, Draft draft) {
        return change(who, id, version, request -> request.edit(draft));
    }

    public Result<Versioned<PublicationRequest>> reorder(
            Identity who, String id, long version, List<String> attachmentIds) {
        return change(who, id, version, request -> request.reorder(attachmentIds));
    }

    private Result<Versioned<PublicationRequest>> change(
            Identity who,
            String id,
            long version,
            Function<PublicationRequest, Result<Change<PublicationRequest>>> decision) {
        return requests.decide(
                id, version, request -> request.isOwnedBy(who.person()), decision, Cause.call(who, clock.instant()));
    }
}

package org.prakat.request.application;

import java.time.InstantSource;
import java.util.Optional;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Identifiers;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.Draft;
import org.prakat.request.domain.PublicationRequest;

/** An officer begins to fill in the form. */
public final class BeginDraft {

    private final Requests requests;
    private final InstantSource clock;

    public BeginDraft(Requests requests, InstantSource clock) {
        this.requests = requests;
        this.clock = clock;
    }

    public Result<Versioned<PublicationRequest>> begin(Identity who, Draft draft) {
        Cause cause = Cause.call(who, clock.instant());
        String id = Identifiers.next();
        return PublicationRequest.begin(id, who.office(), who.person(), draft, cause.at())
                .map(change -> {
                    Optional<Versioned<PublicationRequest>> added = requests.add(id, change, cause);
                    return added.orElseThrow(() -> new IllegalStateException("two requests of one id: " + id));
                });
    }
}

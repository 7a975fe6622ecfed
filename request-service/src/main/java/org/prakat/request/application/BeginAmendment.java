package org.prakat.request.application;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Identifiers;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Concern;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.PublicationRequest;

/** The owner, or somebody of the same work group, begins to ask for a change of something that is on the site. */
public final class BeginAmendment {

    private final Requests requests;
    private final InstantSource clock;

    public BeginAmendment(Requests requests, InstantSource clock) {
        this.requests = requests;
        this.clock = clock;
    }

    public Result<Versioned<PublicationRequest>> begin(Identity who, String publication, Concern.@Nullable Kind kind) {
        Optional<PublicationRequest> published =
                requests.find(publication).map(Versioned::state).filter(found -> mayAmend(who, found));
        if (published.isEmpty()) {
            return Result.refused(Reason.NOT_FOUND, "NOT_FOUND");
        }
        if (kind == null) {
            return Result.refused(Refusal.invalid(List.of(new Fault("kind", "REQUIRED"))));
        }
        Cause cause = Cause.call(who, clock.instant());
        String id = Identifiers.next();
        return published
                .get()
                .beginAmendment(id, kind, who.person(), cause.at())
                .map(change -> requests.add(id, change, cause)
                        .orElseThrow(() -> new IllegalStateException("two requests of one id: " + id)));
    }

    private static boolean mayAmend(Identity who, PublicationRequest published) {
        boolean sameGroup = who.belongsTo(published.office())
                && who.workGroup() != null
                && Objects.equals(who.workGroup(), published.draft().workGroup());
        return published.isOwnedBy(who.person()) || (sameGroup && published.standing() != null);
    }
}

package org.prakat.request.application;

import java.time.InstantSource;
import java.util.Optional;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Concern;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.PublicationRequest;

/** The owner hands the form to the approver of its work group (step 1). */
public final class SubmitRequest {

    private final Requests requests;
    private final Judgement judgement;
    private final InstantSource clock;

    public SubmitRequest(Requests requests, Judgement judgement, InstantSource clock) {
        this.requests = requests;
        this.judgement = judgement;
        this.clock = clock;
    }

    public Result<Versioned<PublicationRequest>> submit(Identity who, String id, long version) {
        Cause cause = Cause.call(who, clock.instant());
        return requests.decide(
                id, version, request -> request.isOwnedBy(who.person()), request -> submit(request, cause), cause);
    }

    private Result<Change<PublicationRequest>> submit(PublicationRequest request, Cause cause) {
        if (!isStillOnSite(request, cause)) {
            return Result.refused(Reason.RULE, "NOT_ON_SITE");
        }
        return request.submit(
                judgement.rules(request, cause.at()),
                judgement.doubts(request, cause.at()),
                judgement.approval(request, cause.at()),
                cause.at());
    }

    private boolean isStillOnSite(PublicationRequest request, Cause cause) {
        return Optional.ofNullable(request.draft().concerning())
                .map(Concern::publication)
                .map(publication -> requests.find(publication)
                        .filter(found -> found.state().isOnSiteAt(cause.at()))
                        .isPresent())
                .orElse(true);
    }
}

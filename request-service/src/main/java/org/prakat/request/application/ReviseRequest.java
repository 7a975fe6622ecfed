package org.prakat.request.application;

import java.time.InstantSource;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.PublicationRequest;

/** The owner opens a refused or returned request for its next submission. */
public final class ReviseRequest {

    private final Requests requests;
    private final InstantSource clock;

    public ReviseRequest(Requests requests, InstantSource clock) {
        this.requests = requests;
        this.clock = clock;
    }

    public Result<Versioned<PublicationRequest>> revise(Identity who, String id, long version) {
        Cause cause = Cause.call(who, clock.instant());
        return requests.decide(
                id, version, request -> request.isOwnedBy(who.person()), request -> request.revise(cause.at()), cause);
    }
}

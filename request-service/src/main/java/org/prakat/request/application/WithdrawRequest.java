package org.prakat.request.application;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.PublicationRequest;

/** The owner takes a request back before it is published. */
public final class WithdrawRequest {

    private final Requests requests;
    private final InstantSource clock;

    public WithdrawRequest(Requests requests, InstantSource clock) {
        this.requests = requests;
        this.clock = clock;
    }

    public Result<Versioned<PublicationRequest>> withdraw(
            Identity who, String id, long version, @Nullable String explanation) {
        Cause cause = Cause.call(who, clock.instant());
        return requests.decide(
                id,
                version,
                request -> request.isOwnedBy(who.person()),
                request -> request.withdraw(explanation, cause.at()),
                cause);
    }
}

package org.prakat.gateway.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.gateway.application.port.FailedSignIns;
import org.prakat.gateway.application.port.OfficeClients;
import org.prakat.gateway.application.port.OfficeTokens;
import org.prakat.gateway.application.port.Secrets;
import org.prakat.gateway.domain.OfficeClient;
import org.prakat.gateway.domain.OfficeToken;

/** Programs of other offices get access tokens for their secret, and are known by them. */
public final class AdmitOffices {

    /** A token, with the secret that only its holder gets. */
    public record Issued(String token, Duration lifetime) {}

    private final OfficeClients clients;
    private final OfficeTokens tokens;
    private final FailedSignIns failures;
    private final Secrets secrets;
    private final Duration lifetime;
    private final InstantSource clock;

    public AdmitOffices(
            OfficeClients clients,
            OfficeTokens tokens,
            FailedSignIns failures,
            Secrets secrets,
            Duration lifetime,
            InstantSource clock) {
        this.clients = clients;
        this.tokens = tokens;
        this.failures = failures;
        this.secrets = secrets;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /**
     * Who has this secret. A wrong name and a wrong secret look the same.
     *
     * @param address from where the call comes
     */
    public Result<Identity> authenticate(String clientId, String secret, String address) {
        Instant now = clock.instant();
        // A slash is in no user name: guesses at a client do not count against a person of that name.
        String counted = "office/" + clientId;
        if (failures.tooMany(counted, address, now)) {
            return Result.refused(Reason.TOO_OFTEN, "TOO_MANY_ATTEMPTS");
        }
        Optional<OfficeClient> client = clients.find(clientId)
                .map(Versioned::state)
                .filter(OfficeClient::active)
                .filter(found -> secrets.isDigestOf(secret, found.secretHash()));
        if (client.isEmpty()) {
            failures.count(counted, address, now);
            return Result.refused(Reason.FORBIDDEN, "WRONG_CREDENTIALS");
        }
        return Result.ok(client.get().identity());
    }

    /** A token for somebody whose secret was right. */
    public Issued issue(String clientId) {
        String token = secrets.newToken();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        tokens.keep(new OfficeToken(secrets.digest(token), clientId, now, now.plus(lifetime)));
        return new Issued(token, lifetime);
    }

    /** Whom a token admits, if it is still good. */
    public Optional<Identity> current(String token) {
        Instant now = clock.instant();
        return tokens.find(secrets.digest(token)).flatMap(found -> clients.find(found.clientId())
                .map(Versioned::state)
                .filter(client -> found.isGood(client, now))
                .map(OfficeClient::identity));
    }
}

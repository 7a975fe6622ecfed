package org.prakat.gateway.application;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Role;
import org.prakat.common.domain.Versioned;
import org.prakat.gateway.application.port.OfficeClients;
import org.prakat.gateway.application.port.OfficeTokens;
import org.prakat.gateway.application.port.Secrets;
import org.prakat.gateway.domain.Known;
import org.prakat.gateway.domain.OfficeClient;
import org.prakat.gateway.domain.OfficeClientDefinition;

/** An administrator lets programs of other offices in, and keeps them out again. */
public final class AdministerOfficeClients {

    /** A client with its new secret, which nobody can read again. */
    public record Issued(Versioned<OfficeClient> client, String secret) {}

    private final OfficeClients clients;
    private final OfficeTokens tokens;
    private final Secrets secrets;
    private final Known known;
    private final InstantSource clock;

    public AdministerOfficeClients(
            OfficeClients clients, OfficeTokens tokens, Secrets secrets, Known known, InstantSource clock) {
        this.clients = clients;
        this.tokens = tokens;
        this.secrets = secrets;
        this.known = known;
        this.clock = clock;
    }

    public Result<Page<Versioned<OfficeClient>>> list(Identity who, @Nullable String cursor, int limit) {
        return administrator(who).map(allowed -> clients.list(cursor, limit));
    }

    public Result<Versioned<OfficeClient>> read(Identity who, String id) {
        return administrator(who).flatMap(allowed -> find(id));
    }

    /**
     * Registers or changes a client.
     *
     * @param seen the version that the administrator saw; 0 for a new client
     */
    public Result<Versioned<OfficeClient>> define(
            Identity who, String id, long seen, OfficeClientDefinition definition) {
        return administrator(who).flatMap(allowed -> {
            List<Fault> faults = definition.faults(id, known);
            if (!faults.isEmpty()) {
                return Result.refused(Refusal.invalid(faults));
            }
            Optional<Versioned<OfficeClient>> before = clients.find(id);
            if (before.map(Versioned::version).orElse(0L) != seen) {
                return Result.refused(Reason.STALE, "STALE");
            }
            return store(who, before, definition.define(id, before.map(Versioned::state)), seen + 1);
        });
    }

    /** Makes a secret in the place of the one before, which ends with every token that it got. */
    public Result<Issued> issueSecret(Identity who, String id, long seen) {
        String secret = secrets.newToken();
        return changeSecret(who, id, seen, secrets.digest(secret)).map(client -> new Issued(client, secret));
    }

    /** Takes the secret away, and every token that it got. */
    public Result<Versioned<OfficeClient>> revokeSecret(Identity who, String id, long seen) {
        return changeSecret(who, id, seen, null);
    }

    private Result<Versioned<OfficeClient>> changeSecret(Identity who, String id, long seen, @Nullable String hash) {
        return administrator(who).flatMap(allowed -> find(id)).flatMap(before -> {
            if (before.version() != seen) {
                return Result.refused(Reason.STALE, "STALE");
            }
            Result<Versioned<OfficeClient>> stored =
                    store(who, Optional.of(before), before.state().withSecret(hash, clock.instant()), seen + 1);
            if (stored.isOk()) {
                tokens.endAllOf(id);
            }
            return stored;
        });
    }

    private Result<Versioned<OfficeClient>> store(
            Identity who, Optional<Versioned<OfficeClient>> before, OfficeClient after, long version) {
        Change<OfficeClient> change = new Change<>(after, after.defined(version));
        Cause cause = Cause.call(who, clock.instant());
        Optional<Versioned<OfficeClient>> stored = before.isEmpty()
                ? clients.add(after.id(), change, cause)
                : clients.update(after.id(), before.get(), change, cause);
        return stored.map(Result::ok).orElseGet(() -> Result.refused(Reason.STALE, "STALE"));
    }

    private Result<Versioned<OfficeClient>> find(String id) {
        return clients.find(id).map(Result::ok).orElseGet(() -> Result.refused(Reason.NOT_FOUND, "NOT_FOUND"));
    }

    private static Result<Identity> administrator(Identity who) {
        return who.has(Role.ADMINISTRATOR) ? Result.ok(who) : Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
    }
}

package org.prakat.gateway.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.OfficeClientDefined;
import org.prakat.common.event.Person;

/**
 * A program of another office that may hand in requests.
 *
 * @param office the office for which it speaks
 * @param receivers the offices that it may ask to publish
 * @param secretHash SHA-256 of its secret, which is random and so needs no slow hash; absent: it has none
 * @param secretChangedAt tokens from before this time are no longer good, UTC
 */
public record OfficeClient(
        String id,
        String name,
        String office,
        Set<String> receivers,
        boolean active,
        @Nullable String secretHash,
        Instant secretChangedAt) {

    public OfficeClient {
        receivers = Set.copyOf(receivers);
    }

    /** The office that lets it in: the first of the receivers. Its audit trail tells of changes. */
    public String host() {
        return receivers.stream().min(Comparator.naturalOrder()).orElse(office);
    }

    public Identity identity() {
        return new Identity(
                new Person(OfficeClientDefined.actorOf(id), name, office), office, null, Set.of(Role.OFFICE));
    }

    /** What the other services learn of it. */
    public OfficeClientDefined defined(long version) {
        return new OfficeClientDefined(id, version, name, office, receivers, active);
    }

    public OfficeClient withSecret(@Nullable String hash, Instant at) {
        return new OfficeClient(id, name, office, receivers, active, hash, at);
    }
}

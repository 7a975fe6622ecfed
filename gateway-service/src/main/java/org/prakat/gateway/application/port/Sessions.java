package org.prakat.gateway.application.port;

import java.time.Instant;
import java.util.Optional;
import org.prakat.gateway.domain.Session;

/** The sessions, shared by all replicas. */
public interface Sessions {

    void start(Session session);

    Optional<Session> find(String tokenHash);

    void touch(String tokenHash, Instant seenAt);

    void end(String tokenHash);

    void endAllOf(String accountId);
}

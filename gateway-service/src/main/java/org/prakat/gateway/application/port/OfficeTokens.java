package org.prakat.gateway.application.port;

import java.util.Optional;
import org.prakat.gateway.domain.OfficeToken;

/** The access tokens of offices' programs, shared by all replicas. */
public interface OfficeTokens {

    void keep(OfficeToken token);

    Optional<OfficeToken> find(String tokenHash);

    void endAllOf(String clientId);
}

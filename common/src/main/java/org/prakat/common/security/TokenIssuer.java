package org.prakat.common.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Objects;
import org.prakat.common.domain.Identifiers;
import org.prakat.common.domain.Identity;

/** Signs the short-lived tokens with which the gateway vouches for an identity (RFC 7519, ES256). */
public final class TokenIssuer {

    private static final int MOST_IN_USE = 10_000;

    /** What was signed for an identity, and until when it is given out again. */
    private record Issued(String token, Instant freshUntil) {}

    private final Cache<Identity, Issued> issued =
            Caffeine.newBuilder().maximumSize(MOST_IN_USE).build();
    private final ECKey key;
    private final ECDSASigner signer;
    private final Duration lifetime;
    private final InstantSource clock;

    /** @throws IllegalArgumentException when the key is no private key on the curve P-256 */
    public TokenIssuer(ECKey key, Duration lifetime, InstantSource clock) {
        this.key = key;
        this.lifetime = lifetime;
        this.clock = clock;
        try {
            this.signer = new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("not a private key on P-256", e);
        }
    }

    /**
     * A token for this identity that is good for at least half of the lifetime. It is signed anew only when the last one is
     * older: signing and verifying cost more than all else that a relayed call does.
     */
    public String issue(Identity identity) {
        Instant now = clock.instant();
        Issued fresh = issued.asMap().compute(identity, (same, last) -> {
            boolean stillFresh = last != null && now.isBefore(last.freshUntil());
            return stillFresh ? last : new Issued(sign(identity, now), now.plus(lifetime.dividedBy(2)));
        });
        return Objects.requireNonNull(fresh).token();
    }

    private String sign(Identity identity, Instant now) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(IdentityClaims.ISSUER)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(Identifiers.next());
        IdentityClaims.of(identity).forEach(claims::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the token cannot be signed", e);
        }
        return token.serialize();
    }
}

package org.prakat.common.security;

import org.prakat.common.domain.Identity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** An authenticated call: the token, and the identity that it vouches for. */
public final class IdentityToken extends JwtAuthenticationToken implements IdentifiedCaller {

    private static final long serialVersionUID = 1L;

    private final transient Identity identity;

    private IdentityToken(Jwt token, Identity identity) {
        super(
                token,
                identity.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                        .toList());
        this.identity = identity;
    }

    /** @throws IllegalArgumentException when the claims do not make an identity */
    static IdentityToken of(Jwt token) {
        return new IdentityToken(token, IdentityClaims.read(token));
    }

    @Override
    public Identity identity() {
        return identity;
    }
}

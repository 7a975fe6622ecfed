package org.prakat.gateway.adapter.in.web;

import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.security.IdentifiedCaller;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A call that came with a good access token of an office's program. */
final class OfficeAuthentication extends AbstractAuthenticationToken implements IdentifiedCaller {

    private static final long serialVersionUID = 1L;

    private final transient Identity identity;

    OfficeAuthentication(Identity identity) {
        super(AuthorityUtils.createAuthorityList("ROLE_OFFICE"));
        this.identity = identity;
        setAuthenticated(true);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return identity.person().id();
    }
}

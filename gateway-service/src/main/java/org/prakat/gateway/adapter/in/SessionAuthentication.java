package org.prakat.gateway.adapter.in;

import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.security.IdentifiedCaller;
import org.prakat.gateway.application.SignIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A call that came with a good session. */
public final class SessionAuthentication extends AbstractAuthenticationToken implements IdentifiedCaller {

    private static final long serialVersionUID = 1L;

    private final transient SignIn.Current current;

    SessionAuthentication(SignIn.Current current) {
        super(current.identity().roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
        this.current = current;
        setAuthenticated(true);
    }

    /** The session with its secrets. */
    public SignIn.Current current() {
        return current;
    }

    @Override
    public Identity identity() {
        return current.identity();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return current.identity().person().id();
    }
}

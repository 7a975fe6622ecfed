package org.prakat.common.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.Person;
import org.springframework.security.oauth2.jwt.Jwt;

/** An identity as the claims of a token: written by the gateway, read by every service. */
public final class IdentityClaims {

    /** The {@code iss} of the tokens. */
    public static final String ISSUER = "prakat-gateway";

    private IdentityClaims() {}

    public static Map<String, Object> of(Identity identity) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", identity.person().id());
        claims.put("name", identity.person().name());
        claims.put("position", identity.person().position());
        claims.put("office", identity.office());
        if (identity.workGroup() != null) {
            claims.put("work_group", identity.workGroup());
        }
        if (identity.address() != null) {
            claims.put("address", identity.address());
        }
        claims.put("roles", identity.roles().stream().map(Role::name).sorted().toList());
        return claims;
    }

    /** @throws IllegalArgumentException when a claim is missing or names an unknown role */
    public static Identity read(Jwt token) {
        List<String> roles = token.getClaimAsStringList("roles");
        if (roles == null) {
            throw new IllegalArgumentException("the token names no roles");
        }
        Set<Role> known = roles.stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
        Person person = new Person(required(token, "sub"), required(token, "name"), required(token, "position"));
        return new Identity(
                person,
                required(token, "office"),
                token.getClaimAsString("work_group"),
                known,
                token.getClaimAsString("address"));
    }

    private static String required(Jwt token, String claim) {
        String value = token.getClaimAsString(claim);
        if (value == null) {
            throw new IllegalArgumentException("the token has no " + claim);
        }
        return value;
    }
}

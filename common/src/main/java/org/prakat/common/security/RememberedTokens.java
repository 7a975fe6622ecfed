package org.prakat.common.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers which tokens had a good signature, since checking one costs more than most calls. Whether a token still holds is
 * asked each time.
 */
final class RememberedTokens implements JwtDecoder {

    private static final int MOST_REMEMBERED = 2_000;

    private final Cache<String, Jwt> verified =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();
    private final JwtDecoder signatures;
    private final OAuth2TokenValidator<Jwt> validity;

    RememberedTokens(JwtDecoder signatures, OAuth2TokenValidator<Jwt> validity) {
        this.signatures = signatures;
        this.validity = validity;
    }

    @Override
    public Jwt decode(String token) {
        Jwt read = verified.get(token, signatures::decode);
        OAuth2TokenValidatorResult result = validity.validate(read);
        if (result.hasErrors()) {
            throw new JwtValidationException("the token does not hold", result.getErrors());
        }
        return read;
    }
}

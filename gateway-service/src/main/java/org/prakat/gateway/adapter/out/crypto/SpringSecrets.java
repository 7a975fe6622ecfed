package org.prakat.gateway.adapter.out.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.SecretToken;
import org.prakat.gateway.application.port.Secrets;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Argon2id for passwords, 256 random bits for tokens. */
public final class SpringSecrets implements Secrets {

    private final Argon2PasswordEncoder passwords = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    /** For names that nobody has, so that they take as long as others. */
    private final String nobodysHash = hash(newToken());

    @Override
    public String hash(String password) {
        return Optional.ofNullable(passwords.encode(password)).orElseThrow();
    }

    @Override
    public boolean matches(String password, @Nullable String hash) {
        boolean matches = passwords.matches(password, hash == null ? nobodysHash : hash);
        return matches && hash != null;
    }

    @Override
    public String newToken() {
        return SecretToken.draw().text();
    }

    @Override
    public boolean isDigestOf(String token, @Nullable String digest) {
        byte[] given = digest(token).getBytes(StandardCharsets.US_ASCII);
        byte[] kept = Optional.ofNullable(digest).orElse("").getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(given, kept);
    }

    @Override
    public String digest(String token) {
        return new SecretToken(token).hash();
    }
}

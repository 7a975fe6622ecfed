package org.prakat.gateway.application.port;

import org.jspecify.annotations.Nullable;

/** Passwords and tokens. */
public interface Secrets {

    String hash(String password);

    /** Takes the same time whether or not there is a hash to compare with. */
    boolean matches(String password, @Nullable String hash);

    /** A secret that cannot be guessed. */
    String newToken();

    /** Whether a token is the one of which this is kept; takes the same time for every wrong one. */
    boolean isDigestOf(String token, @Nullable String digest);

    /** The form in which a token is kept. */
    String digest(String token);
}

package org.prakat.common.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import org.prakat.common.domain.Identifiers;

/**
 * The keys of the tokens as JSON Web Key Sets (RFC 7517): the private set is the gateway's secret, the public one goes to
 * every service. The first key signs; further ones still verify, so that keys can be changed without an interruption.
 */
public record SigningKeys(JWKSet keys) {

    /** A new key. */
    public static SigningKeys generate() {
        try {
            return new SigningKeys(new JWKSet(
                    new ECKeyGenerator(Curve.P_256).keyID(Identifiers.next()).generate()));
        } catch (JOSEException e) {
            throw new IllegalStateException("no key can be made", e);
        }
    }

    /** @throws IllegalArgumentException when it is not a key set that begins with an EC key */
    public static SigningKeys parse(String privateKeySet) {
        try {
            JWKSet keys = JWKSet.parse(privateKeySet);
            if (keys.isEmpty() || !(keys.getKeys().get(0) instanceof ECKey)) {
                throw new IllegalArgumentException("the key set does not begin with an EC key");
            }
            return new SigningKeys(keys);
        } catch (ParseException e) {
            // The message could quote the secret.
            throw new IllegalArgumentException("not a JSON Web Key Set");
        }
    }

    public ECKey signing() {
        return keys.getKeys().get(0).toECKey();
    }

    public String privateSet() {
        return keys.toString(false);
    }

    public String publicSet() {
        return keys.toString(true);
    }

    @Override
    public String toString() {
        return publicSet();
    }
}

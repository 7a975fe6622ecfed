package org.prakat.request.adapter.out.webhook;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;

/**
 * By whose word the web servers of other offices are believed to be who they are: the certificate authorities that Java knows, and
 * further ones, since public offices often have their own.
 */
public final class TrustedAuthorities {

    private TrustedAuthorities() {}

    /**
     * For calls.
     *
     * @param more whose trust store has the further ones; absent: there are none
     * @throws IllegalStateException when the bundle cannot be read
     */
    public static SSLContext context(@Nullable SslBundle more) {
        try {
            if (more == null) {
                return SSLContext.getDefault();
            }
            TrustManagerFactory all = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            all.init(all(more));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, all.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the certificate authorities for webhooks cannot be read", e);
        }
    }

    static KeyStore all(SslBundle more) throws GeneralSecurityException, IOException {
        TrustManagerFactory known = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        known.init((KeyStore) null);
        KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        int number = 0;
        for (X509Certificate authority : Stream.concat(
                        issuers(known.getTrustManagers()),
                        issuers(more.getManagers().getTrustManagers()))
                .toList()) {
            all.setCertificateEntry(String.valueOf(number++), authority);
        }
        return all;
    }

    private static Stream<X509Certificate> issuers(TrustManager[] managers) {
        return Arrays.stream(managers)
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()));
    }
}

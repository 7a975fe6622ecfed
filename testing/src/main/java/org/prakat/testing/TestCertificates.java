package org.prakat.testing;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.CertificateBuilder.Algorithm;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate authority that nobody knows but who is told, and the certificates of servers that it issued. Made anew in each run,
 * so that no key is kept anywhere.
 */
public final class TestCertificates {

    private static final char[] NO_PASSWORD = {};
    private static final Duration VALID = Duration.ofDays(30);

    private final X509Bundle authority;

    /** @param name what the authority is called */
    public TestCertificates(String name) {
        try {
            authority = builder(name)
                    .setIsCertificateAuthority(true)
                    .notBefore(Instant.now().minus(VALID.multipliedBy(3)))
                    .notAfter(Instant.now().plus(VALID))
                    .buildSelfSigned();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static CertificateBuilder builder(String name) {
        return new CertificateBuilder().subject("CN=" + name).algorithm(Algorithm.ecp256);
    }

    /** The authority's own certificate, to be trusted, in a file of PEM. */
    public Path authority(Path file) throws IOException {
        return Files.writeString(file, authority.getRootCertificatePEM());
    }

    /** Of a server that has this name, good today. */
    public Server server(String host) {
        return server(host, Instant.now().plus(VALID));
    }

    /** Of a server that has this name; it was good until yesterday. */
    public Server expired(String host) {
        return server(host, Instant.now().minus(Duration.ofDays(1)));
    }

    private Server server(String host, Instant until) {
        try {
            return new Server(builder(host)
                    .addSanDnsName(host)
                    .notBefore(until.minus(VALID))
                    .notAfter(until)
                    .buildIssuedBy(authority));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server's key with its certificate. */
    public record Server(X509Bundle bundle) {

        /** In one file of PEM: the key, then the certificates. */
        public Path keyAndCertificates(Path file) throws IOException {
            return Files.writeString(file, bundle.getPrivateKeyPEM() + bundle.getCertificatePathPEM());
        }

        /** For a server in Java. */
        public SSLContext context() {
            try {
                KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                keys.init(bundle.toKeyStore(NO_PASSWORD), NO_PASSWORD);
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(keys.getKeyManagers(), null, null);
                return context;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

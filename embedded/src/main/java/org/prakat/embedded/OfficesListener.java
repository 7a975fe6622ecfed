package org.prakat.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where other offices get into the embedded Kafka: from this machine only, or, with a certificate, from anywhere over TLS.
 *
 * @param port 0 for a free one
 * @param host the name by which they reach it
 * @param certificate a file of PEM: the private key (PKCS #8, without a password), then the certificates, the server's own first;
 *     absent: this machine only, without TLS
 */
public record OfficesListener(int port, String host, @Nullable Path certificate) {

    private static final String LOOPBACK = "127.0.0.1";

    public static OfficesListener onThisMachine(int port) {
        return new OfficesListener(port, LOOPBACK, null);
    }

    OfficesListener withFreePort() throws IOException {
        return port == 0 ? new OfficesListener(FreePort.find(), host, certificate) : this;
    }

    /** What a client is given as {@code bootstrap.servers}. */
    public String address() {
        return host + ":" + port;
    }

    /** What a client is given as {@code security.protocol}. */
    public String protocol() {
        return certificate == null ? "SASL_PLAINTEXT" : "SASL_SSL";
    }

    /** Where the broker listens: without TLS on this machine only, whatever it is called. */
    String bound() {
        return (certificate == null ? LOOPBACK : "0.0.0.0") + ":" + port;
    }

    /** The broker's settings of this listener alone. */
    Map<String, String> properties() {
        return certificate == null
                ? Map.of()
                : Map.of(
                        "listener.name.offices.ssl.keystore.type",
                        "PEM",
                        "listener.name.offices.ssl.keystore.location",
                        certificate.toString());
    }
}

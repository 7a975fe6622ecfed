package org.prakat.request;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.prakat.testing.TestCertificates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The web server of an office: keeps what it is told, and answers as a test wishes. */
public final class WebhookReceiver implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;
    private static final InetSocketAddress ADDRESS = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    /** One delivery. */
    public record Received(String path, String id, String timestamp, String signatures, String type, String body) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        /** As the standard says that a receiver checks it, by one secret. */
        public boolean isSignedBy(String secret) {
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            for (String signature : signatures.split(" ", -1)) {
                if (signature.equals("v1," + hmac(key))) {
                    return true;
                }
            }
            return false;
        }

        private String hmac(byte[] key) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                String content = id + "." + timestamp + "." + body;
                return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final HttpServer server;
    private final String host;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile int status = 204;
    private volatile Map<String, String> headers = Map.of();
    private volatile boolean silent;
    private volatile boolean endless;

    public WebhookReceiver() throws IOException {
        this(HttpServer.create(ADDRESS, 0), "http://127.0.0.1");
    }

    /** One that is called {@code localhost}, over TLS; whatever name its certificate has. */
    public WebhookReceiver(TestCertificates.Server certificate) throws IOException {
        this(overTls(certificate), "https://localhost");
    }

    private static HttpServer overTls(TestCertificates.Server certificate) throws IOException {
        HttpsServer server = HttpsServer.create(ADDRESS, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        return server;
    }

    private WebhookReceiver(HttpServer server, String host) {
        this.server = server;
        this.host = host;
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    public String url() {
        return host + ":" + server.getAddress().getPort() + "/hook";
    }

    public void answer(int newStatus, Map<String, String> newHeaders) {
        status = newStatus;
        headers = newHeaders;
    }

    /** It takes calls and says nothing. */
    public void fallSilent() {
        silent = true;
    }

    /** It never stops talking. */
    public void talkWithoutEnd() {
        endless = true;
    }

    /** The next delivery, waited for. */
    public Received next() throws InterruptedException {
        return Objects.requireNonNull(received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing was delivered");
    }

    public int waiting() {
        return received.size();
    }

    private void take(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (silent) {
            awaitClosing();
        }
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, endless ? 0 : -1);
        while (endless) {
            exchange.getResponseBody().write(new byte[8192]);
        }
        exchange.close();
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

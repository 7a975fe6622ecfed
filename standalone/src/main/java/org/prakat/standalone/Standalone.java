package org.prakat.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.prakat.approval.ApprovalServiceApplication;
import org.prakat.common.logs.SentLogs;
import org.prakat.common.security.SigningKeys;
import org.prakat.common.storage.ObjectStoreProperties;
import org.prakat.embedded.Credentials;
import org.prakat.embedded.EmbeddedServers;
import org.prakat.embedded.FreePort;
import org.prakat.embedded.OfficesListener;
import org.prakat.expiry.ExpiryServiceApplication;
import org.prakat.gateway.GatewayServiceApplication;
import org.prakat.publishing.PublishingServiceApplication;
import org.prakat.request.RequestServiceApplication;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/**
 * All services and their backing servers in one JVM: for the first try, for tests, and for an office with one computer. Only
 * the gateway listens beyond this machine, and Kafka for other offices where it has a certificate; everything else is bound to the
 * loopback address.
 */
public final class Standalone implements AutoCloseable {

    private static final Duration OBJECT_STORE_PATIENCE = Duration.ofMinutes(1);

    private final EmbeddedServers servers;
    private final List<ConfigurableApplicationContext> services;
    private final int port;

    private Standalone(EmbeddedServers servers, List<ConfigurableApplicationContext> services, int port) {
        this.servers = servers;
        this.services = services;
        this.port = port;
    }

    /**
     * Starts the servers, then the services, and returns when these know of one another what is laid down.
     *
     * @throws IOException when the data folder is in use or a server does not start
     */
    public static Standalone start(Options options) throws IOException {
        // One logging configuration for all: each service would else set it up once more.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        SentLogs.begin(new StandardEnvironment(), "standalone");
        Files.createDirectories(options.data());
        EmbeddedServers servers = EmbeddedServers.start(options.data(), options.offices());
        try {
            OfficesListener offices = servers.kafkaForOffices();
            new KafkaAddresses(servers.kafkaBootstrapServers(), offices.address(), offices.protocol())
                    .keepIn(options.data());
            return startServices(options, servers);
        } catch (IOException | RuntimeException e) {
            servers.close();
            SentLogs.end();
            throw e;
        }
    }

    private static Standalone startServices(Options options, EmbeddedServers servers) throws IOException {
        KeptSecrets secrets = new KeptSecrets(options.data());
        SigningKeys keys = secrets.signingKeys();
        Map<String, Object> shared = shared(servers, keys);
        if (options.port() != 0) {
            shared.put("prakat.public-address", "http://localhost:" + options.port());
        }
        shared.put("prakat.audit.keys", secrets.auditKey());
        shared.put("prakat.audit.checkpoint-folder", options.data().resolve("audit-checkpoints"));
        Map<String, SpringApplication> applications = new LinkedHashMap<>();
        applications.put(RequestServiceApplication.NAME, RequestServiceApplication.application());
        applications.put(ApprovalServiceApplication.NAME, ApprovalServiceApplication.application());
        applications.put(PublishingServiceApplication.NAME, PublishingServiceApplication.application());
        applications.put(ExpiryServiceApplication.NAME, ExpiryServiceApplication.application());
        Map<String, Object> gateway = gateway(options, keys, secrets);
        List<CompletableFuture<ConfigurableApplicationContext>> starting = new ArrayList<>();
        for (Map.Entry<String, SpringApplication> application : applications.entrySet()) {
            int port = FreePort.find();
            gateway.put("prakat.gateway.services." + application.getKey(), "http://127.0.0.1:" + port);
            Map<String, Object> own = Map.of("server.port", port, "server.address", "127.0.0.1");
            starting.add(start(application.getValue(), options.clock(), shared, own));
        }
        starting.add(start(GatewayServiceApplication.application(), options.clock(), shared, gateway));
        List<ConfigurableApplicationContext> running = await(starting);
        ServletWebServerApplicationContext last = (ServletWebServerApplicationContext) running.get(running.size() - 1);
        ReferenceNews.of(last).awaitAt(running);
        return new Standalone(
                servers, running, Objects.requireNonNull(last.getWebServer()).getPort());
    }

    private static Map<String, Object> shared(EmbeddedServers servers, SigningKeys keys) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("prakat.kafka.bootstrap-servers", servers.kafkaBootstrapServers());
        settings.put("prakat.mongo.uri", servers.mongoUri());
        settings.put("prakat.object-store.endpoint", servers.objectStoreEndpoint());
        settings.put(
                "prakat.object-store.access-key",
                servers.objectStoreCredentials().accessKey());
        settings.put(
                "prakat.object-store.secret-key",
                servers.objectStoreCredentials().secretKey());
        settings.put("prakat.object-store.create-buckets", true);
        settings.put("prakat.messaging.create-topics", true);
        settings.put("prakat.messaging.partitions", 2);
        settings.put("prakat.offices.discovery-interval", "5s");
        // The embedded database has no index to sweep by; a crash is dealt with at the next start.
        settings.put("prakat.messaging.sweep-interval", "60s");
        settings.put("prakat.security.verification-keys", keys.publicSet());
        settings.put("server.tomcat.threads.min-spare", 2);
        return settings;
    }

    private static Map<String, Object> gateway(Options options, SigningKeys keys, KeptSecrets secrets)
            throws IOException {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", options.port());
        settings.put("prakat.gateway.signing-keys", keys.privateSet());
        settings.put("prakat.demo.enabled", options.demo());
        if (options.demo()) {
            secrets.demoPasswords()
                    .forEach((user, password) -> settings.put("prakat.demo.passwords." + user, password));
        }
        return settings;
    }

    private static CompletableFuture<ConfigurableApplicationContext> start(
            SpringApplication application, InstantSource clock, Map<String, Object> shared, Map<String, Object> own) {
        Map<String, Object> settings = new LinkedHashMap<>(shared);
        settings.putAll(own);
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        application.setRegisterShutdownHook(false);
        application.addInitializers(
                (GenericApplicationContext context) -> context.registerBean("clock", InstantSource.class, () -> clock));
        return CompletableFuture.supplyAsync(() -> application.run(arguments));
    }

    private static List<ConfigurableApplicationContext> await(
            List<CompletableFuture<ConfigurableApplicationContext>> starting) {
        try {
            return starting.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            starting.forEach(service -> service.thenAccept(ConfigurableApplicationContext::close));
            throw new IllegalStateException("a service does not start", e.getCause());
        }
    }

    /** Where the gateway is. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /**
     * Where a service is that listens on this machine only, for measures.
     *
     * @param name for example {@code publishing-service}
     */
    public String serviceAddress(String name) {
        return services.stream()
                .filter(service -> name.equals(service.getEnvironment().getProperty("spring.application.name")))
                .map(service -> "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"))
                .findFirst()
                .orElseThrow();
    }

    /** How to reach the embedded database, likewise. */
    public String mongoUri() {
        return servers.mongoUri();
    }

    /** Where the embedded broker is, for measures and for those who look under the bonnet. */
    public String kafkaBootstrapServers() {
        return servers.kafkaBootstrapServers();
    }

    /** Where other offices get into the embedded broker, with a password. */
    public OfficesListener kafkaForOffices() {
        return servers.kafkaForOffices();
    }

    /** How to reach the embedded object store, likewise. */
    public ObjectStoreProperties objectStore() {
        Credentials key = servers.objectStoreCredentials();
        return new ObjectStoreProperties(
                servers.objectStoreEndpoint(),
                key.accessKey(),
                key.secretKey(),
                "prakat",
                false,
                OBJECT_STORE_PATIENCE);
    }

    /** Stops the gateway first, so that nobody calls what is gone, and the servers last. */
    @Override
    public void close() throws IOException {
        List<ConfigurableApplicationContext> gatewayFirst = new ArrayList<>(services);
        Collections.reverse(gatewayFirst);
        gatewayFirst.forEach(ConfigurableApplicationContext::close);
        try {
            servers.close();
        } finally {
            SentLogs.end();
        }
    }
}

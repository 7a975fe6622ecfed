package org.prakat.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.prakat.embedded.EmbeddedServers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The Kafka, MongoDB and S3 servers of a test run: one set for each JVM, started when first asked for. Embedded unless
 * {@code -Dprakat.backing=containers} asks for the real images, or {@code -Dprakat.backing=external} for servers that the
 * environment names.
 *
 * @param accessKey of the object store
 * @param secretKey of the object store
 */
public record BackingServers(
        String kafkaBootstrapServers, String mongoUri, String objectStoreEndpoint, String accessKey, String secretKey) {

    private static final Logger log = LoggerFactory.getLogger(BackingServers.class);
    private static final String AUDIT_KEY =
            Base64.getEncoder().encodeToString("a key that only tests use, ever!!".getBytes(StandardCharsets.UTF_8));
    private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.2.0");
    private static final DockerImageName MONGO = DockerImageName.parse("mongo:8.0");
    private static final DockerImageName OBJECT_STORE =
            DockerImageName.parse("pgsty/silo:RELEASE.2026-08-06T00-00-00Z").asCompatibleSubstituteFor("minio/minio");

    /** The servers of this run. Aborts the test, and says why, where containers are asked for and no Docker engine answers. */
    public static BackingServers get() {
        return Holder.SERVERS.orElseGet(() -> {
            String reason = "SKIPPED: -Dprakat.backing=containers, and no Docker engine answers";
            log.error(reason);
            return Assumptions.abort(reason);
        });
    }

    /** The settings of a service that is to use them. Each test class takes a name of its own, so that none sees another's data. */
    public Map<String, Object> settings(String name) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("prakat.kafka.bootstrap-servers", kafkaBootstrapServers);
        settings.put("prakat.mongo.uri", mongoUri);
        settings.put("prakat.mongo.database", name);
        settings.put("prakat.object-store.endpoint", objectStoreEndpoint);
        settings.put("prakat.object-store.access-key", accessKey);
        settings.put("prakat.object-store.secret-key", secretKey);
        settings.put("prakat.object-store.bucket-prefix", name);
        settings.put("prakat.object-store.create-buckets", true);
        settings.put("prakat.messaging.create-topics", true);
        settings.put("prakat.messaging.partitions", 3);
        settings.put("prakat.audit.keys", AUDIT_KEY);
        return settings;
    }

    private static final class Holder {

        private static final Optional<BackingServers> SERVERS = start();

        private static Optional<BackingServers> start() {
            return switch (System.getProperty("prakat.backing", "embedded")) {
                case "containers" -> containers();
                case "external" -> Optional.of(external());
                default -> Optional.of(embedded());
            };
        }
    }

    private static BackingServers embedded() {
        try {
            Path folder = Files.createTempDirectory("prakat-test-servers");
            EmbeddedServers servers = EmbeddedServers.start(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(servers, folder)));
            return new BackingServers(
                    servers.kafkaBootstrapServers(),
                    servers.mongoUri(),
                    servers.objectStoreEndpoint(),
                    servers.objectStoreCredentials().accessKey(),
                    servers.objectStoreCredentials().secretKey());
        } catch (IOException e) {
            throw new IllegalStateException("the embedded servers do not start", e);
        }
    }

    private static void stop(EmbeddedServers servers, Path folder) {
        try {
            servers.close();
            TemporaryFolders.delete(folder);
        } catch (IOException e) {
            log.warn("the test servers did not stop cleanly", e);
        }
    }

    private static Optional<BackingServers> containers() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        KafkaContainer kafka = new KafkaContainer(KAFKA);
        MongoDBContainer mongo = new MongoDBContainer(MONGO);
        MinIOContainer objectStore = new MinIOContainer(OBJECT_STORE);
        kafka.start();
        mongo.start();
        objectStore.start();
        return Optional.of(new BackingServers(
                kafka.getBootstrapServers(),
                mongo.getConnectionString(),
                objectStore.getS3URL(),
                objectStore.getUserName(),
                objectStore.getPassword()));
    }

    private static BackingServers external() {
        return new BackingServers(
                environment("PRAKAT_KAFKA_BOOTSTRAP_SERVERS"),
                environment("PRAKAT_MONGO_URI"),
                environment("PRAKAT_OBJECT_STORE_ENDPOINT"),
                environment("PRAKAT_OBJECT_STORE_ACCESS_KEY"),
                environment("PRAKAT_OBJECT_STORE_SECRET_KEY"));
    }

    private static String environment(String name) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new IllegalStateException("-Dprakat.backing=external needs " + name));
    }
}

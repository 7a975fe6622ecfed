package org.prakat.deploy;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.prakat.embedded.FreePort;

/**
 * The broker as the container starts it, by the same script and the same settings, in a process of its own. Kafka's start
 * scripts are not here; small ones that call the same classes stand in for them.
 */
final class KafkaFromScript implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Path secrets;
    private final int port;
    private final int officesPort;
    private final int controllerPort;
    private final Process process;

    private KafkaFromScript(Path folder, Path secrets) throws IOException {
        this.folder = folder;
        this.secrets = secrets;
        this.port = FreePort.find();
        this.officesPort = FreePort.find();
        this.controllerPort = FreePort.find();
        Files.createDirectories(folder.resolve("bin"));
        standIn("kafka-storage.sh", "kafka.tools.StorageTool");
        standIn("kafka-server-start.sh", "kafka.Kafka");
        adapted("server.properties");
        ProcessBuilder start = new ProcessBuilder("bash", adapted("start.sh").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        start.environment().put("PRAKAT_KAFKA_OFFICES", bootstrapServersForOffices());
        process = start.start();
    }

    /** Starts it, and waits until it is what the compose file calls healthy. */
    static KafkaFromScript start(Path folder, Path secrets) throws IOException {
        KafkaFromScript kafka = new KafkaFromScript(folder, secrets);
        await("Kafka listens").atMost(PATIENCE).until(kafka::listens);
        return kafka;
    }

    private boolean listens() {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void standIn(String script, String mainClass) throws IOException {
        List<String> lines = List.of(
                "#!/bin/bash",
                "exec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -Xmx512m -cp '"
                        + System.getProperty("java.class.path") + "' " + mainClass + " \"$@\"");
        Path file = Files.write(folder.resolve("bin").resolve(script), lines);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** A file of the set-up, with the places and ports of this machine in it. */
    Path adapted(String name) throws IOException {
        String text = Files.readString(Project.DEPLOY.resolve("kafka").resolve(name))
                .replace("/opt/kafka/bin", folder.resolve("bin").toString())
                .replace("/etc/prakat", folder.toString())
                .replace("/var/lib/kafka/data", folder.resolve("data").toString())
                .replace("/run/secrets", secrets.toString())
                .replace("kafka:9092", bootstrapServers())
                .replace("://:9092", "://" + bootstrapServers())
                .replace("://:9094", "://" + bootstrapServersForOffices())
                .replace("localhost:9093", "localhost:" + controllerPort);
        return Files.writeString(folder.resolve(name), text);
    }

    String bootstrapServers() {
        return "localhost:" + port;
    }

    private String bootstrapServersForOffices() {
        return "localhost:" + officesPort;
    }

    /** How somebody of the house gets in. */
    Map<String, Object> client(String user, String password) {
        return client(bootstrapServers(), user, password);
    }

    /** How another office gets in. */
    Map<String, Object> officeClient(String user, String password) throws IOException {
        String keyAndCertificate = Files.readString(secrets.resolve("kafka_offices"));
        Map<String, Object> client = new HashMap<>(client(bootstrapServersForOffices(), user, password));
        client.put("security.protocol", "SASL_SSL");
        client.put("ssl.truststore.type", "PEM");
        client.put(
                "ssl.truststore.certificates",
                keyAndCertificate.substring(keyAndCertificate.indexOf("-----BEGIN CERTIFICATE")));
        return client;
    }

    private static Map<String, Object> client(String bootstrapServers, String user, String password) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                        + password + "\";");
    }

    String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}

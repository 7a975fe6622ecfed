package org.prakat.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker and its controller (KRaft) in this process. One listener is for the services and whoever administers this machine:
 * on the loopback address only, without passwords, and with all rights. The other is for other offices: by name and password
 * (SCRAM), with the rights that each was given, and none at first.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final KafkaRaftServer server;
    private final int port;
    private final OfficesListener offices;

    /**
     * Formats the folder at the first start, and starts the broker.
     *
     * @param folder where the log lies; made when missing
     * @param port 0 for a free one
     * @param offices the listener for other offices
     * @throws IOException when the folder cannot be written
     */
    public EmbeddedKafka(Path folder, int port, OfficesListener offices) throws IOException {
        Files.createDirectories(folder);
        this.port = port == 0 ? FreePort.find() : port;
        this.offices = offices.withFreePort();
        Properties properties = properties(folder.resolve("log"), this.port, this.offices, FreePort.find());
        if (!Files.exists(folder.resolve("log").resolve("meta.properties"))) {
            format(folder, properties);
        }
        server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        server.startup();
    }

    public String bootstrapServers() {
        return LOOPBACK + ":" + port;
    }

    /** Where other offices get in, with a password. */
    public OfficesListener offices() {
        return offices;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Properties properties(Path log, int port, OfficesListener offices, int controllerPort) {
        String services = "PLAINTEXT://" + LOOPBACK + ":" + port;
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@" + LOOPBACK + ":" + controllerPort);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put(
                "listeners",
                services + ",OFFICES://" + offices.bound() + ",CONTROLLER://" + LOOPBACK + ":" + controllerPort);
        properties.put("advertised.listeners", services + ",OFFICES://" + offices.address());
        properties.put(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,OFFICES:" + offices.protocol() + ",CONTROLLER:PLAINTEXT");
        properties.putAll(offices.properties());
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        properties.put(
                "listener.name.offices.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        properties.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        // Who is asked for no password has no name. Nobody gets that far on the listener of the offices.
        properties.put("super.users", "User:ANONYMOUS");
        properties.put("allow.everyone.if.no.acl.found", "false");
        properties.put("log.dirs", log.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("group.consumer.session.timeout.ms", "10000");
        properties.put("group.consumer.min.session.timeout.ms", "10000");
        properties.put("group.consumer.heartbeat.interval.ms", "1000");
        properties.put("group.consumer.min.heartbeat.interval.ms", "1000");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "2");
        properties.put("background.threads", "2");
        properties.put("log.cleaner.dedupe.buffer.size", "2097152");
        properties.put("log.segment.bytes", "16777216");
        properties.put("log.index.size.max.bytes", "1048576");
        // MongoDB is the truth; the log only has to bridge the absence of a consumer.
        properties.put("log.retention.hours", "720");
        return properties;
    }

    private static void format(Path folder, Properties properties) throws IOException {
        Path file = folder.resolve("format.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(output, true, StandardCharsets.UTF_8);
        String[] arguments = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()};
        int exit = StorageTool.execute(arguments, print);
        if (exit != 0) {
            throw new IOException("Kafka's folder cannot be formatted: " + output.toString(StandardCharsets.UTF_8));
        }
    }
}

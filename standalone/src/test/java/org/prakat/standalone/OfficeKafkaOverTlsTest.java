package org.prakat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prakat.common.messaging.OfficeAccess;
import org.prakat.common.messaging.OfficeTopics;
import org.prakat.embedded.EmbeddedKafka;
import org.prakat.embedded.OfficesListener;
import org.prakat.testing.TestCertificates;

/** Other offices come to Kafka over TLS, with the settings of the guide and no others. */
class OfficeKafkaOverTlsTest {

    private static final OfficeTopics TOPICS = new OfficeTopics("phu-luang");
    private static final TestCertificates GOVERNMENT = new TestCertificates("A government's authority");

    @TempDir
    private static Path folder;

    private static EmbeddedKafka kafka;
    private static Path authority;
    private static OfficeUser office;

    @BeforeAll
    static void start() throws Exception {
        Path certificate = GOVERNMENT.server("localhost").keyAndCertificates(folder.resolve("server.pem"));
        authority = GOVERNMENT.authority(folder.resolve("authority.pem"));
        kafka = new EmbeddedKafka(folder.resolve("kafka"), 0, new OfficesListener(0, "localhost", certificate));
        office = OfficeUser.of(TOPICS.office(), access().give(TOPICS, Optional.empty()));
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    private static OfficeAccess access() {
        return new OfficeAccess(administrator(), (short) 1);
    }

    private static Map<String, Object> administrator() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    /** With the two lines more that the guide names for an authority that Java does not know. */
    private static Map<String, Object> trusting(Map<String, Object> client) throws Exception {
        String guide = Files.readString(Path.of("..", "docs", "offices.md"));
        assertThat(guide).contains("ssl.truststore.type=PEM\nssl.truststore.location=authority.pem\n");
        Map<String, Object> trusting = new HashMap<>(client);
        trusting.put("ssl.truststore.type", "PEM");
        trusting.put("ssl.truststore.location", authority.toString());
        return trusting;
    }

    @Test
    void anOfficeWritesAndReadsOverTls() throws Exception {
        Map<String, Object> client = trusting(office.at(kafka.offices()));
        assertThat(client).containsEntry("security.protocol", "SASL_SSL");
        write(administrator(), TOPICS.outcomes(), "an outcome");

        write(client, TOPICS.intake(), "an event");

        client.put("group.id", "office.phu-luang.test");
        client.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPICS.outcomes()));
            assertThat(Awaitility.await()
                            .until(() -> consumer.poll(Duration.ofMillis(200)), found -> !found.isEmpty())
                            .iterator()
                            .next()
                            .value())
                    .isEqualTo("an outcome");
        }
    }

    @Test
    void whoDoesNotKnowTheAuthorityDoesNotTalkToIt() {
        assertThatThrownBy(() -> write(office.at(kafka.offices()), TOPICS.intake(), "an event"))
                .hasCauseInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void itsPasswordIsAskedForOverTlsToo() throws Exception {
        Map<String, Object> stranger =
                trusting(OfficeUser.of("phu-luang", "guessed").at(kafka.offices()));

        assertThatThrownBy(() -> write(stranger, TOPICS.intake(), "an event"))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void nobodyComesInWithoutTls() throws Exception {
        Map<String, Object> plain = new HashMap<>(office.at(kafka.offices()));
        plain.put("security.protocol", "SASL_PLAINTEXT");
        plain.put("max.block.ms", 3_000);

        assertThatThrownBy(() -> write(plain, TOPICS.intake(), "an event")).isInstanceOf(ExecutionException.class);
    }

    private static void write(Map<String, Object> client, String topic, String value) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get(20, TimeUnit.SECONDS);
        }
    }
}

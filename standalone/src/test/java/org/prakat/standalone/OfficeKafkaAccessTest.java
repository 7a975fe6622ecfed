package org.prakat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.common.messaging.OfficeAccess;
import org.prakat.common.messaging.OfficeTopics;
import org.prakat.embedded.EmbeddedKafka;
import org.prakat.embedded.OfficesListener;

/** What another office may do on Kafka, once an administrator has let it in: write to one topic, read another, nothing else. */
class OfficeKafkaAccessTest {

    private static final OfficeTopics OWN = new OfficeTopics("pha");
    /** Its code begins like the other's. */
    private static final OfficeTopics OTHERS = new OfficeTopics("pha-khao");

    @TempDir
    private static Path folder;

    private static EmbeddedKafka kafka;
    private static OfficeAccess access;
    private static OfficeUser office;
    private static OfficeUser other;

    @BeforeAll
    static void start() throws Exception {
        kafka = new EmbeddedKafka(folder, 0, OfficesListener.onThisMachine(0));
        access = new OfficeAccess(administrator(), (short) 1);
        office = OfficeUser.of(OWN.office(), access.give(OWN, Optional.empty()));
        other = OfficeUser.of(OTHERS.office(), access.give(OTHERS, Optional.empty()));
        try (Admin admin = Admin.create(administrator())) {
            admin.createTopics(List.of(
                            new NewTopic("reference.v1", 1, (short) 1),
                            new NewTopic("request.events.v1", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    private static Map<String, Object> administrator() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    @Test
    void itWritesToItsOwnIntakeAndTheServicesReadIt() throws Exception {
        write(office, OWN.intake(), "an event").get(20, TimeUnit.SECONDS);

        assertThat(read(administrator(), OWN.intake(), "the-services").value()).isEqualTo("an event");
    }

    @Test
    void itReadsItsOwnOutcomesWithGroupsOfItsOwnName() throws Exception {
        write(administrator(), OWN.outcomes(), "an outcome").get(20, TimeUnit.SECONDS);

        assertThat(read(client(office), OWN.outcomes(), "office.pha.anything").value())
                .isEqualTo("an outcome");
        assertThatThrownBy(() -> read(client(office), OWN.outcomes(), "office.pha-khao.anything"))
                .isInstanceOf(GroupAuthorizationException.class);
        assertThatThrownBy(() -> read(client(office), OWN.outcomes(), "request-service.offices"))
                .isInstanceOf(GroupAuthorizationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "office.pha-khao.intake.v1",
                "office.pha-khao.events.v1",
                "office.pha.events.v1",
                "reference.v1",
                "request.events.v1",
                "office.new.intake.v1"
            })
    void itWritesNowhereElse(String topic) {
        assertThatThrownBy(() -> write(office, topic, "something").get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "office.pha-khao.intake.v1",
                "office.pha-khao.events.v1",
                "office.pha.intake.v1",
                "reference.v1",
                "request.events.v1",
                "__consumer_offsets"
            })
    void itReadsNothingElse(String topic) {
        assertThatThrownBy(() -> read(client(office), topic, "office.pha.anything"))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void itSeesNoTopicsButItsOwnAndChangesNone() throws Exception {
        try (Admin admin = Admin.create(client(other))) {
            assertThat(admin.listTopics().names().get()).containsExactlyInAnyOrder(OTHERS.intake(), OTHERS.outcomes());
            assertThatThrownBy(() ->
                            admin.deleteTopics(List.of(OTHERS.intake())).all().get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void nobodyGetsInWithoutTheRightPassword() {
        for (OfficeUser stranger : List.of(
                OfficeUser.of("pha", "guessed"),
                OfficeUser.of("nobody", office.password()),
                new OfficeUser("ANONYMOUS", ""),
                OfficeUser.of("pha-khao", office.password()))) {
            assertThatThrownBy(() -> write(stranger, OWN.intake(), "something").get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void whatIsFarTooLargeTheBrokerRefuses() {
        assertThatThrownBy(
                        () -> write(office, OWN.intake(), "x".repeat(400_000)).get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(RecordTooLargeException.class);
    }

    @Test
    void whoSendsTooMuchIsMadeToWait() throws Exception {
        try (Admin admin = Admin.create(administrator())) {
            assertThat(admin.describeClientQuotas(ClientQuotaFilter.all())
                            .entities()
                            .get())
                    .containsEntry(
                            new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, office.name())),
                            Map.of("producer_byte_rate", 524_288.0));
        }
    }

    @Test
    void theAdministratorIsShownThePasswordOnceAndCanReplaceItAndTakeItAway() throws Exception {
        OfficeTopics topics = new OfficeTopics("short-stay");
        OfficeUser first = OfficeUser.of("short-stay", shown("give", topics));
        write(first, topics.intake(), "1").get(20, TimeUnit.SECONDS);

        OfficeUser second = OfficeUser.of("short-stay", shown("give", topics));

        assertThat(second.password()).isNotEqualTo(first.password());
        write(second, topics.intake(), "2").get(20, TimeUnit.SECONDS);
        assertOut(first, topics);

        access.change("take", topics, quiet());
        access.change("take", topics, quiet());

        assertOut(second, topics);
    }

    /** The broker hears of it a moment later. */
    private static void assertOut(OfficeUser user, OfficeTopics topics) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThatThrownBy(
                        () -> write(user, topics.intake(), "x").get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(SaslAuthenticationException.class));
    }

    private static String shown(String what, OfficeTopics topics) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        access.change(what, topics, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        Matcher password = Pattern.compile("password +(\\S+)").matcher(bytes.toString(StandardCharsets.UTF_8));
        assertThat(password.find()).isTrue();
        return password.group(1);
    }

    private static PrintStream quiet() {
        return new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> client(OfficeUser user) {
        return user.at(kafka.offices());
    }

    private static Future<?> write(OfficeUser user, String topic, String value) {
        return write(client(user), topic, value);
    }

    private static Future<?> write(Map<String, Object> client, String topic, String value) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(topic, value));
        }
    }

    private static ConsumerRecord<String, String> read(Map<String, Object> client, String topic, String group) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            return await().atMost(Duration.ofSeconds(20))
                    .until(() -> consumer.poll(Duration.ofMillis(200)), events -> !events.isEmpty())
                    .iterator()
                    .next();
        }
    }
}

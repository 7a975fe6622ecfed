package org.prakat.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoCredential;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prakat.approval.ApprovalServiceApplication;
import org.prakat.common.messaging.OfficeAccess;
import org.prakat.common.messaging.OfficeTopics;
import org.prakat.common.messaging.PrepareKafka;
import org.prakat.embedded.FreePort;
import org.prakat.expiry.ExpiryServiceApplication;
import org.prakat.gateway.GatewayServiceApplication;
import org.prakat.publishing.PublishingServiceApplication;
import org.prakat.request.RequestServiceApplication;
import org.prakat.standalone.KeptSecrets;
import org.prakat.standalone.demo.Demo;
import org.prakat.testing.BackingServers;
import org.springframework.boot.SpringApplication;

/**
 * All services with what the compose file and the image give them, on a Kafka that was started and prepared by the files of the
 * set-up, with passwords and rights. MongoDB and the object store are those of all tests: there are no real ones here.
 */
class WholeSystemTest {

    private static final Map<String, SpringApplication> APPLICATIONS = Map.of(
            RequestServiceApplication.NAME, RequestServiceApplication.application(),
            ApprovalServiceApplication.NAME, ApprovalServiceApplication.application(),
            PublishingServiceApplication.NAME, PublishingServiceApplication.application(),
            ExpiryServiceApplication.NAME, ExpiryServiceApplication.application(),
            GatewayServiceApplication.NAME, GatewayServiceApplication.application());

    /** The gateway comes last: it is told where the others are. */
    private static final Map<String, ContainerOf> CONTAINERS = new LinkedHashMap<>();

    @TempDir
    private static Path folder;

    private static Path secrets;
    private static KafkaFromScript kafka;

    @BeforeAll
    static void start() throws Exception {
        secrets = folder.resolve("secrets");
        assertThat(Project.run(Map.of(), "bash", "deploy/make-secrets.sh", secrets.toString())
                        .exit())
                .isZero();
        kafka = KafkaFromScript.start(folder.resolve("kafka"), secrets);
        try {
            prepare();
        } catch (IllegalStateException e) {
            throw new IllegalStateException(kafka.output(), e);
        }
        Map<String, String> elsewhere = elsewhere();
        for (String service : Project.SERVICES) {
            Map<String, Object> more = new HashMap<>(Map.of("logging.level.root", "WARN"));
            if (service.equals(GatewayServiceApplication.NAME)) {
                more.put("prakat.demo.enabled", true);
                new KeptSecrets(folder)
                        .demoPasswords()
                        .forEach((user, password) -> more.put("prakat.demo.passwords." + user, password));
            } else {
                more.putAll(objectStoreKey());
            }
            if (service.equals(RequestServiceApplication.NAME)) {
                more.put("prakat.offices.discovery-interval", "1s");
            }
            if (service.equals(PublishingServiceApplication.NAME)) {
                more.put("prakat.site.office", "wang-saphung");
            }
            ContainerOf container = ContainerOf.start(
                    Objects.requireNonNull(APPLICATIONS.get(service)),
                    service,
                    folder.resolve(service),
                    secrets,
                    elsewhere,
                    more);
            CONTAINERS.put(service, container);
            elsewhere.put("http://" + service + ":8080", container.address());
        }
    }

    private static void prepare() throws IOException {
        PrepareKafka.main(
                kafka.adapted("admin.properties").toString(),
                Project.DEPLOY.resolve("kafka/rights.properties").toString(),
                secrets.toString());
    }

    private static Map<String, String> elsewhere() throws IOException {
        BackingServers servers = BackingServers.get();
        Map<String, String> elsewhere = new HashMap<>();
        elsewhere.put("kafka:9092", kafka.bootstrapServers());
        elsewhere.put(mongoUri("request-service"), servers.mongoUri());
        elsewhere.put("http://object-store:9000", servers.objectStoreEndpoint());
        return elsewhere;
    }

    private static String mongoUri(String service) throws IOException {
        return Project.compose()
                .at("services", service, "environment", "PRAKAT_MONGO_URI")
                .text()
                .replace("$$", "$");
    }

    /** The embedded store has one key, and no buckets that a job made. */
    private static Map<String, Object> objectStoreKey() {
        BackingServers servers = BackingServers.get();
        return Map.of(
                "prakat.object-store.access-key", servers.accessKey(),
                "prakat.object-store.secret-key", servers.secretKey(),
                "prakat.object-store.create-buckets", true);
    }

    @AfterAll
    static void stop() throws Exception {
        CONTAINERS.values().parallelStream().forEach(ContainerOf::close);
        if (kafka != null) {
            kafka.close();
        }
    }

    @Test
    void theWholeProcedureRunsAndWhatAlertsLookAtIsMeasured() throws Exception {
        Demo.main(new String[] {"--port=" + gateway().port(), "--data=" + folder});

        assertThat(get(gateway().address() + "/").body()).contains("รณรงค์ป้องกันโรคไข้เลือดออก");
        OfficeTopics topics = new OfficeTopics("phu-luang");
        assertThat(send(letIn(topics), topics.intake())).isNull();
        assertThat(lookedAt()).hasSizeGreaterThan(5);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            String measured = measured();
            assertThat(lookedAt()).allMatch(measure -> measured.contains("\n" + measure));
        });
    }

    private static String measured() throws IOException, InterruptedException {
        StringBuilder measured = new StringBuilder();
        for (ContainerOf container : CONTAINERS.values()) {
            measured.append(get("http://localhost:" + container.measuresPort() + "/actuator/prometheus")
                    .body());
        }
        return measured.toString();
    }

    /** Gives another office access to Kafka, and what its clients need. */
    private static Map<String, Object> letIn(OfficeTopics topics) throws IOException {
        Map<String, Object> admin = kafka.client("admin", secret("kafka_admin"));
        String password = new OfficeAccess(admin, (short) 1).give(topics, Optional.empty());
        return new HashMap<>(kafka.officeClient(topics.user(), password));
    }

    private static Set<String> lookedAt() throws IOException {
        Path observability = Project.DEPLOY.resolve("observability");
        String expressions = Files.readString(observability.resolve("alerts.yml"))
                + Files.readString(observability.resolve("grafana/dashboards/prakat.json"));
        return Pattern.compile("\\b(prakat|http_server|jvm|spring_cloud_stream)_\\w+")
                .matcher(expressions)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void aServiceSpeaksInItsOwnNameOnly() throws IOException {
        assertThat(send("request-service", "request.events.v1")).isNull();
        assertThat(send("request-service", "approval.events.v1")).isInstanceOf(TopicAuthorizationException.class);
        assertThat(send("expiry-service", "request.events.v1")).isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void aServiceReadsOnlyWhatItActsOn() throws IOException {
        Map<String, Object> client = new HashMap<>(kafka.client("expiry-service", secret("kafka_expiry-service")));
        client.put("group.id", "expiry-service");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            assertThatThrownBy(() -> consumer.partitionsFor("reference.v1"))
                    .isInstanceOf(TopicAuthorizationException.class);
            assertThat(consumer.partitionsFor("request.events.v1")).hasSize(12);
        }
    }

    @Test
    void theGatewayFollowsTheEventsAndNobodysDeadLetters() throws IOException {
        Map<String, Object> client = kafka.client("gateway-service", secret("kafka_gateway-service"));
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            assertThat(consumer.partitionsFor("approval.events.v1")).hasSize(12);
            assertThatThrownBy(() -> consumer.partitionsFor("request-service.dead-letters.v1"))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void nobodyGetsInWithoutAPassword() {
        Map<String, Object> client = new HashMap<>(kafka.client("request-service", "guessed"));
        client.put("default.api.timeout.ms", 5000);
        client.put("request.timeout.ms", 5000);
        try (Admin stranger = Admin.create(client)) {
            assertThatThrownBy(() -> stranger.listTopics().names().get())
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void anotherOfficeWritesAndReadsWhatIsItsOwnAndNothingElse() throws Exception {
        OfficeTopics topics = new OfficeTopics("phu-kradueng");
        Map<String, Object> client = letIn(topics);
        prepare();
        assertThat(client).containsEntry("security.protocol", "SASL_SSL");

        assertThat(send(client, topics.intake())).isNull();
        assertThat(send(client, topics.outcomes())).isInstanceOf(TopicAuthorizationException.class);
        assertThat(send(client, "request.events.v1")).isInstanceOf(TopicAuthorizationException.class);
        client.put("group.id", topics.user() + ".test");
        client.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topics.outcomes()));
            ConsumerRecords<String, String> outcomes = await().atMost(Duration.ofMinutes(1))
                    .until(() -> consumer.poll(Duration.ofMillis(200)), found -> !found.isEmpty());
            assertThat(outcomes.iterator().next().value()).contains("NOT_AN_EVENT");
            assertThatThrownBy(() -> consumer.partitionsFor("reference.v1"))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void aRightThatIsNoLongerGivenIsTakenAway() throws Exception {
        AclBinding surplus = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "reference.v1", PatternType.LITERAL),
                new AccessControlEntry("User:expiry-service", "*", AclOperation.WRITE, AclPermissionType.ALLOW));
        try (Admin admin = Admin.create(kafka.client("admin", secret("kafka_admin")))) {
            admin.createAcls(List.of(surplus)).all().get();

            prepare();

            assertThat(admin.describeAcls(surplus.toFilter()).values().get()).isEmpty();
        }
        assertThat(send("request-service", "request.events.v1")).isNull();
    }

    @Test
    void eachServiceHasAUserOfItsOwnInItsDatabase() throws IOException {
        for (String service : Project.SERVICES) {
            String uri = Objects.requireNonNull(CONTAINERS.get(service)).resolve(mongoUri(service));

            MongoCredential credential = Objects.requireNonNull(new ConnectionString(uri).getCredential());

            assertThat(credential.getUserName()).isEqualTo(service);
            assertThat(credential.getPassword())
                    .isEqualTo(secret("mongodb_" + service).toCharArray());
            assertThat(Files.readString(Project.DEPLOY.resolve("mongodb/prepare.js")))
                    .contains("'" + service + "': '" + credential.getSource() + "'");
        }
    }

    @Test
    void measuresAreReadOnTheirOwnPortOnly() throws Exception {
        for (ContainerOf container : CONTAINERS.values()) {
            String own = "http://localhost:" + container.measuresPort();

            HttpResponse<String> measures = get(own + "/actuator/prometheus");

            assertThat(measures.statusCode()).isEqualTo(200);
            assertThat(measures.body()).contains("prakat_outbox_blocked");
            assertThat(get(own + "/actuator/metrics").statusCode()).isEqualTo(401);
            assertThat(get(container.address() + "/actuator/prometheus").statusCode())
                    .isIn(401, 404);
        }
    }

    @Test
    void theImageKnowsWhetherItsServiceIsReady() throws Exception {
        int ready = gateway().measuresPort();
        assertThat(askWhetherReady(ready).exit()).isZero();
        assertThat(askWhetherReady(FreePort.find()).exit()).isNotZero();
    }

    private static Project.Answer askWhetherReady(int port) throws Exception {
        return Project.run(Map.of("MANAGEMENT_SERVER_PORT", String.valueOf(port)), "bash", "deploy/image/ready.sh");
    }

    private static ContainerOf gateway() {
        return Objects.requireNonNull(CONTAINERS.get(GatewayServiceApplication.NAME));
    }

    /** Tries to tell something; gives what stands against it. */
    private static Throwable send(String service, String topic) throws IOException {
        return send(kafka.client(service, secret("kafka_" + service)), topic);
    }

    private static Throwable send(Map<String, Object> client, String topic) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "nothing", "that anybody understands"))
                    .get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String secret(String name) throws IOException {
        return Files.readString(secrets.resolve(name));
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        HttpRequest call = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(20))
                .build();
        return HttpClient.newHttpClient().send(call, BodyHandlers.ofString());
    }
}

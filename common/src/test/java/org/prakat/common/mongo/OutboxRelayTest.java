package org.prakat.common.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.event.Topic;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EventSender;
import org.prakat.common.messaging.TopicProvisioner;
import org.prakat.common.testing.ToldEvents;
import org.prakat.testing.BackingServers;
import org.prakat.testing.SteppedClock;

class OutboxRelayTest {

    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final OutboxRelay.Sweep NEVER = new OutboxRelay.Sweep(Duration.ofHours(1), Duration.ZERO, KEPT);
    private static final OutboxRelay.Sweep OFTEN =
            new OutboxRelay.Sweep(Duration.ofMillis(20), Duration.ofSeconds(5), KEPT);
    private static final MongoDatabase DATABASE = TestDatabase.empty("outbox-relay-test");

    private final CloudEventCodec codec = new CloudEventCodec();
    private final SteppedClock clock = new SteppedClock(NOW);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<OutboxRelay> relays = new ArrayList<>();
    private ToldEvents told;

    @BeforeAll
    static void makeTopics() {
        Map<String, Object> admin =
                Map.of("bootstrap.servers", BackingServers.get().kafkaBootstrapServers());
        new TopicProvisioner(admin).provide(List.of(new NewTopic(Topic.REQUEST_EVENTS.topicName(), 3, (short) 1)));
    }

    @BeforeEach
    void listen() {
        told = new ToldEvents(Topic.REQUEST_EVENTS);
    }

    @AfterEach
    void stop() {
        relays.forEach(OutboxRelay::close);
        told.close();
    }

    @Test
    void anEventIsSentRightAfterItsCommitAndTakenOutOfTheOutbox() {
        AggregateCollection<Leaflet> leaflets = leaflets(relay(NEVER));
        String id = newId();

        Leaflet leaflet = begin(leaflets, id);

        assertThat(told.await(RequestWithdrawn.class, id)).isEqualTo(leaflet.event("begun"));
        await().atMost(PATIENCE).until(() -> outbox(id).isEmpty());
    }

    @Test
    void whatACrashedProcessLeftIsSentByAnotherOneUnderTheSameEventId() {
        OutboxRelay crashed = relay(NEVER);
        AggregateCollection<Leaflet> leaflets = leaflets(crashed);
        crashed.close();
        String id = newId();
        begin(leaflets, id);
        String eventId = outbox(id).get(0);

        OutboxRelay other = relay(NEVER);
        leaflets(other);
        other.start();

        told.await(RequestWithdrawn.class, id);
        assertThat(told.ids(RequestWithdrawn.class, id)).containsExactly(eventId);
        await().atMost(PATIENCE).until(() -> outbox(id).isEmpty());
    }

    @Test
    void theSweepFindsWhatAnotherProcessLeavesOnceItIsOldEnough() {
        OutboxRelay sweeping = relay(OFTEN);
        leaflets(sweeping);
        sweeping.start();
        OutboxRelay crashed = relay(NEVER);
        AggregateCollection<Leaflet> leaflets = leaflets(crashed);
        crashed.close();
        String id = newId();
        begin(leaflets, id);

        clock.advance(OFTEN.minimumAge());

        told.await(RequestWithdrawn.class, id);
    }

    @Test
    void whatWasSentCanBeSentAgainInItsOrderUnderTheSameIdsUntilItIsForgotten() {
        AggregateCollection<Leaflet> leaflets = leaflets(relay(NEVER));
        String id = newId();
        begin(leaflets, id);
        copy(leaflets, id);
        await().atMost(PATIENCE).until(() -> revisions(id).size() == 2);
        await().atMost(PATIENCE).until(() -> outbox(id).isEmpty());
        EventSender sender =
                sender(Map.of("bootstrap.servers", BackingServers.get().kafkaBootstrapServers()));

        assertThat(sender.sendAgain(NOW.plusSeconds(1))).isZero();
        assertThat(sender.sendAgain(NOW)).isGreaterThanOrEqualTo(2);

        await().atMost(PATIENCE).until(() -> revisions(id).size() == 4);
        List<Integer> revisions = revisions(id);
        assertThat(revisions.subList(2, 4)).isEqualTo(revisions.subList(0, 2));
        List<String> ids = told.ids(RequestWithdrawn.class, id);
        assertThat(ids.subList(2, 4)).isEqualTo(ids.subList(0, 2));
        sender.forgetBefore(NOW.plusSeconds(1));
        assertThat(sender.sendAgain(NOW)).isZero();
    }

    @Test
    void whileTheBrokerIsOutEventsWaitAndAreSentWhenItIsBack() throws IOException {
        int port = closedPort();
        OutboxRelay relay = relay(NEVER, Map.of("bootstrap.servers", "127.0.0.1:" + port, "max.block.ms", 300), meters);
        AggregateCollection<Leaflet> leaflets = leaflets(relay);
        String id = newId();

        begin(leaflets, id);

        await().atMost(PATIENCE).until(() -> relay.blockedSince().isPresent());
        assertThat(relay.blockedSince()).contains(NOW);
        assertThat(meters.get("prakat.outbox.blocked").gauge().value()).isEqualTo(1);
        assertThat(outbox(id)).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(relay.blockedSince()).contains(NOW);

        try (Detour broker = new Detour(port, BackingServers.get().kafkaBootstrapServers())) {
            told.await(RequestWithdrawn.class, id);
            await().atMost(PATIENCE).until(() -> relay.blockedSince().isEmpty());
        }
        assertThat(outbox(id)).isEmpty();
    }

    @Test
    void anEventThatTheBrokerRefusesHoldsUpItsOwnDocumentOnly() {
        OutboxRelay relay = relay(NEVER, Map.of("max.request.size", 20_000), meters);
        AggregateCollection<Leaflet> leaflets = leaflets(relay);
        String tooLarge = newId();
        Leaflet leaflet = Leaflet.of(tooLarge, 9);
        leaflets.add(
                tooLarge,
                new Change<>(leaflet, leaflet.event("x".repeat(30_000))),
                Cause.call(TestDatabase.CALLER, NOW));
        await().atMost(PATIENCE).until(() -> relay.blockedSince().isPresent());

        List<String> others = Stream.generate(OutboxRelayTest::newId).limit(12).toList();
        others.forEach(id -> begin(leaflets, id));

        others.forEach(id -> told.await(RequestWithdrawn.class, id));
        assertThat(told.ids(RequestWithdrawn.class, tooLarge)).isEmpty();
        assertThat(outbox(tooLarge)).hasSize(1);
        assertThat(meters.get("prakat.outbox.blocked").gauge().value()).isEqualTo(1);
    }

    @Test
    void theEventsOfEachAggregateArriveInTheirOrderEvenWithSeveralRelays() {
        int changes = 30;
        OutboxRelay.Sweep greedy = new OutboxRelay.Sweep(Duration.ofMillis(1), Duration.ZERO, KEPT);
        List<AggregateCollection<Leaflet>> replicas = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            OutboxRelay relay = relay(greedy);
            replicas.add(leaflets(relay));
            relay.start();
        }
        List<String> ids = Stream.generate(OutboxRelayTest::newId).limit(5).toList();
        ids.forEach(id ->
                replicas.get(0).add(id, Change.quiet(Leaflet.of(id, changes)), Cause.call(TestDatabase.CALLER, NOW)));

        for (int i = 0; i < changes; i++) {
            AggregateCollection<Leaflet> replica = replicas.get(i % replicas.size());
            ids.forEach(id -> copy(replica, id));
        }

        ids.forEach(id -> await().atMost(PATIENCE).until(() -> outbox(id).isEmpty()));
        for (String id : ids) {
            await().atMost(PATIENCE).until(() -> revisions(id).contains(changes));
            assertThat(revisions(id).stream().distinct())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, changes).boxed().toList());
            assertThat(told.ids(RequestWithdrawn.class, id).stream().distinct()).hasSize(changes);
        }
    }

    private List<Integer> revisions(String id) {
        return told.all(RequestWithdrawn.class, id).stream()
                .map(RequestWithdrawn::revision)
                .toList();
    }

    private OutboxRelay relay(OutboxRelay.Sweep sweep) {
        return relay(sweep, Map.of(), new SimpleMeterRegistry());
    }

    private OutboxRelay relay(OutboxRelay.Sweep sweep, Map<String, Object> producerSettings, MeterRegistry meters) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", BackingServers.get().kafkaBootstrapServers());
        settings.put("linger.ms", 0);
        settings.putAll(producerSettings);
        OutboxRelay relay = new OutboxRelay(DATABASE, sender(settings), sweep, clock, meters);
        relays.add(relay);
        return relay;
    }

    private EventSender sender(Map<String, Object> settings) {
        return new EventSender(
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()),
                codec,
                URI.create("/prakat/test"),
                new MongoSentEvents(DATABASE));
    }

    private AggregateCollection<Leaflet> leaflets(OutboxRelay relay) {
        return Leaflet.in(TestDatabase.storage(DATABASE, codec, relay));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static Leaflet begin(AggregateCollection<Leaflet> leaflets, String id) {
        Leaflet leaflet = Leaflet.of(id, 9);
        leaflets.add(id, new Change<>(leaflet, leaflet.event("begun")), Cause.call(TestDatabase.CALLER, NOW));
        return leaflet;
    }

    private static void copy(AggregateCollection<Leaflet> leaflets, String id) {
        Versioned<Leaflet> before = leaflets.find(id).orElseThrow();
        leaflets.update(id, before, before.state().copied().orElseThrow(), Cause.call(TestDatabase.CALLER, NOW))
                .orElseThrow();
    }

    private static List<String> outbox(String id) {
        return Objects.requireNonNull(
                        DATABASE.getCollection("leaflets").find(eq("_id", id)).first())
                .getList("outbox", Document.class)
                .stream()
                .map(entry -> entry.getString("eventId"))
                .toList();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Opens a port behind which the broker stands. */
    private static final class Detour implements AutoCloseable {

        private final ServerSocket socket;
        private final String host;
        private final int port;

        Detour(int openedPort, String target) throws IOException {
            int colon = target.lastIndexOf(':');
            this.host = target.substring(0, colon);
            this.port = Integer.parseInt(target.substring(colon + 1));
            this.socket = new ServerSocket(openedPort, 10, InetAddress.getLoopbackAddress());
            daemon(this::accept);
        }

        private void accept() {
            while (!socket.isClosed()) {
                try {
                    Socket client = socket.accept();
                    Socket broker = new Socket(host, port);
                    daemon(() -> pass(client, broker));
                    daemon(() -> pass(broker, client));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private static void pass(Socket from, Socket to) {
            try (from;
                    to;
                    InputStream in = from.getInputStream()) {
                in.transferTo(to.getOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void daemon(Runnable task) {
            Thread thread = new Thread(task, "detour");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((ended, connectionClosed) -> {});
            thread.start();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

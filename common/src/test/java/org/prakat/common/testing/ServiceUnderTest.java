package org.prakat.common.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.prakat.common.domain.Identity;
import org.prakat.common.event.Event;
import org.prakat.common.event.EventType;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.OutboxEntry;
import org.prakat.common.security.SigningKeys;
import org.prakat.common.security.TokenIssuer;
import org.prakat.testing.BackingServers;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service that runs alone on the backing servers: called over HTTP, told events over Kafka. */
public final class ServiceUnderTest implements AutoCloseable {

    private static final SigningKeys KEYS = SigningKeys.generate();

    private final ServletWebServerApplicationContext context;
    private final InstantSource clock;
    private final TokenIssuer tokens;
    private final CloudEventCodec codec = new CloudEventCodec();
    private final KafkaProducer<String, byte[]> producer;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private long sequence;

    private ServiceUnderTest(ServletWebServerApplicationContext context, InstantSource clock, String kafka) {
        this.context = context;
        this.clock = clock;
        this.tokens = new TokenIssuer(KEYS.signing(), Duration.ofMinutes(2), clock);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "linger.ms", 0), new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Starts it.
     *
     * @param name unique to the test class: of its database and buckets
     * @param clock the service's time
     * @param settings more properties
     */
    public static ServiceUnderTest start(
            SpringApplication application, String name, InstantSource clock, Map<String, Object> settings) {
        BackingServers servers = BackingServers.get();
        Map<String, Object> all = new HashMap<>(servers.settings(name));
        all.put("server.port", 0);
        all.put("prakat.security.verification-keys", KEYS.publicSet());
        all.put("spring.cloud.stream.default.group", name);
        all.put("logging.level.root", "WARN");
        all.putAll(settings);
        ApplicationContextInitializer<GenericApplicationContext> time =
                context -> context.registerBean("clock", InstantSource.class, () -> clock);
        application.addInitializers(time);
        String[] arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new ServiceUnderTest(
                (ServletWebServerApplicationContext) application.run(arguments),
                clock,
                servers.kafkaBootstrapServers());
    }

    /** An answer over HTTP. */
    public record Answer(int status, HttpResponse<byte[]> response) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The value for {@code If-Match}. */
        public String tag() {
            return header("ETag");
        }
    }

    public Answer get(Identity who, String path) {
        return send(call(who, path).GET());
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    public Answer post(Identity who, String path, String ifMatch, Object body) {
        return send(withBody("POST", who, path, ifMatch, body));
    }

    public Answer put(Identity who, String path, String ifMatch, Object body) {
        return send(withBody("PUT", who, path, ifMatch, body));
    }

    public Answer delete(Identity who, String path, String ifMatch) {
        return send(call(who, path).header("If-Match", ifMatch).DELETE());
    }

    public Answer upload(Identity who, String path, String mediaType, byte[] content) {
        return send(call(who, path).header("Content-Type", mediaType).POST(BodyPublishers.ofByteArray(content)));
    }

    private HttpRequest.Builder withBody(String method, Identity who, String path, String ifMatch, Object body) {
        String text = body instanceof String raw ? raw : json.writeValueAsString(body);
        HttpRequest.Builder call = call(who, path).header("Content-Type", "application/json");
        if (!ifMatch.isEmpty()) {
            call.header("If-Match", ifMatch);
        }
        return call.method(method, BodyPublishers.ofString(text));
    }

    /** A call with the identity's token, to be completed. */
    public HttpRequest.Builder call(Identity who, String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + tokens.issue(who));
    }

    /** Where it listens. */
    public String address() {
        return "http://127.0.0.1:" + context.getWebServer().getPort();
    }

    private URI uri(String path) {
        return URI.create(address() + path);
    }

    public Answer send(HttpRequest.Builder call) {
        try {
            HttpResponse<byte[]> response = http.send(call.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Tells an event, as the service that owns it would; gives its id. */
    public String tell(Event event) {
        String id = UUID.randomUUID().toString();
        tell(event, id);
        return id;
    }

    public void tell(Event event, String id) {
        String type = EventType.of(event.getClass()).wireName();
        Instant now = clock.instant();
        OutboxEntry entry = new OutboxEntry(id, ++sequence, type, event.subject(), now, codec.encode(event), null);
        tell(codec.toRecord(entry, URI.create("/prakat/test")));
    }

    /** Writes any record, well formed or not, and does not wait until it is there. */
    public Future<RecordMetadata> send(ProducerRecord<String, byte[]> event) {
        return producer.send(event);
    }

    /** Writes any record, well formed or not. */
    public void tell(ProducerRecord<String, byte[]> event) {
        try {
            producer.send(event).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All beans of a type, by their names. */
    public <T> Map<String, T> beans(Class<T> type) {
        return context.getBeansOfType(type);
    }

    @Override
    public void close() {
        producer.close();
        context.close();
    }
}

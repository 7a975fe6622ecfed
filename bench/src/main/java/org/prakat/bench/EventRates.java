package org.prakat.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.prakat.common.messaging.OfficeAccess;
import org.prakat.common.messaging.OfficeTopics;
import org.prakat.standalone.Standalone;
import org.prakat.standalone.demo.StaffClient;
import tools.jackson.databind.json.JsonMapper;

/** How many events of another office are taken in a second, over HTTP and over Kafka, with and without broken ones among them. */
final class EventRates implements AutoCloseable {

    private static final String OFFICE = "bench-office";
    private static final String CLIENT = OFFICE + "-kafka";
    private static final String GROUP = "request-service.offices";
    private static final int CALLERS = 4;
    private static final int POISON_EVERY = 100;
    private static final byte[] POISON = "{\"form\":{\"title\":1,\"title\":".getBytes(StandardCharsets.UTF_8);

    private final Standalone system;
    private final OfficeTopics topics = new OfficeTopics(OFFICE);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private String token = "";

    EventRates(Standalone system) {
        this.system = system;
        Map<String, Object> server = Map.of("bootstrap.servers", system.kafkaBootstrapServers());
        admin = Admin.create(server);
        // Without a name, so that no limit of the broker is measured.
        producer = new KafkaProducer<>(server, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Lets the office in by both ways, and waits until the services know it. */
    void register(StaffClient administrator) throws Exception {
        administrator.put("/api/admin/offices/" + OFFICE, "", Map.of("name", Map.of("th", "สำนักงาน", "en", "Office")));
        String path = "/api/office-clients/" + CLIENT;
        String tag = administrator
                .put(
                        path,
                        "",
                        Map.of("name", "bench", "office", OFFICE, "receivers", List.of("wang-saphung"), "active", true))
                .tag();
        String secret = administrator.post(path + "/secret", tag, Map.of()).text("clientSecret");
        new OfficeAccess(Map.of("bootstrap.servers", system.kafkaBootstrapServers()), (short) 1)
                .give(topics, Optional.empty());
        token = token(secret);
        while (post("warm-up-http") != 202) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        overKafka("warm-up-kafka-", 200, false);
    }

    private String token(String secret) throws Exception {
        String form = "grant_type=client_credentials&client_id=" + CLIENT + "&client_secret=" + secret;
        HttpRequest call = HttpRequest.newBuilder(URI.create(system.address() + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return JsonMapper.shared()
                .readTree(http.send(call, BodyHandlers.ofString()).body())
                .get("access_token")
                .asString();
    }

    /** Events that are answered 202 in a second, by several callers at once. */
    double overHttp(String name, int count) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        long begin = System.nanoTime();
        List<Future<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = name + i;
            calls.add(callers.submit(() -> post(id)));
        }
        for (Future<Integer> call : calls) {
            if (call.get() != 202) {
                throw new IllegalStateException("an event was refused: " + call.get());
            }
        }
        callers.shutdown();
        return perSecond(count, begin);
    }

    private int post(String id) throws Exception {
        HttpRequest call = HttpRequest.newBuilder(URI.create(system.address() + "/api/events"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "/offices/" + OFFICE)
                .header("ce-type", "office.request.submitted.v1")
                .POST(BodyPublishers.ofByteArray(data(id)))
                .build();
        HttpResponse<Void> answer = http.send(call, BodyHandlers.discarding());
        return answer.statusCode();
    }

    /** Events that are dealt with in a second: from the first that is written until the group has committed the last. */
    double overKafka(String name, int count, boolean poisoned) throws Exception {
        long begin = System.nanoTime();
        long last = 0;
        for (int i = 0; i < count; i++) {
            String id = name + i;
            boolean broken = poisoned && i % POISON_EVERY == POISON_EVERY / 2;
            ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(topics.intake(), broken ? POISON : data(id));
            Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", id,
                            "ce_source", "/offices/" + OFFICE,
                            "ce_type", "office.request.submitted.v1",
                            "content-type", "application/json")
                    .forEach((header, value) -> event.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
            Future<org.apache.kafka.clients.producer.RecordMetadata> written = producer.send(event);
            if (i == count - 1) {
                last = written.get().offset();
            }
        }
        TopicPartition intake = new TopicPartition(topics.intake(), 0);
        while (committed(intake) <= last) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return perSecond(count, begin);
    }

    private long committed(TopicPartition intake) throws Exception {
        return Optional.ofNullable(admin.listConsumerGroupOffsets(GROUP)
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .get(intake))
                .map(OffsetAndMetadata::offset)
                .orElse(0L);
    }

    /** The baseline: the same bytes, each confirmed before the next is sent, and nobody who reads them. */
    double raw(int count) throws Exception {
        String topic = "bench-" + UUID.randomUUID();
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        byte[] event = data("raw");
        producer.send(new ProducerRecord<>(topic, event)).get();
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            producer.send(new ProducerRecord<>(topic, event)).get();
        }
        return perSecond(count, begin);
    }

    private static double perSecond(int count, long begin) {
        return count / ((System.nanoTime() - begin) / 1e9);
    }

    private static byte[] data(String id) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("title", "วัดความเร็ว " + id);
        form.put("summary", "สรุป");
        form.put("workGroup", "health-promotion");
        form.put("category", "news");
        form.put("source", "งานทดสอบ");
        form.put("dataPeriod", Map.of("start", "2026-10-01", "end", "2026-10-31"));
        form.put("publicationPeriod", Map.of("unit", "DAYS", "amount", 30));
        form.put("externalLink", "https://example.go.th/" + id);
        return JsonMapper.shared()
                .writeValueAsBytes(Map.of(
                        "receiver",
                        "wang-saphung",
                        "contact",
                        Map.of("name", "สมหญิง แสนดี", "position", "นักวิชาการสาธารณสุข"),
                        "form",
                        form,
                        "uploads",
                        List.of()));
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.cloudevents.kafka.CloudEventSerializer;
import java.io.PrintStream;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Hands in a publication request to another office over Kafka, and waits for what becomes of it.
 *
 * <p>{@code mvn -q compile exec:java -Dexec.args="office.properties phu-kradueng 2026-000123 data.json"}
 *
 * <p>The first file holds the settings of a Kafka client (docs/offices.md shows them) with the password, so it is for its owner's
 * eyes only. Then come the code of the office, the id of the event, and a file with its data. Each outcome is printed as a line:
 * its type and its data. To start it again is safe: the same id is the same event, and what was read is not read again.
 */
public final class Office {

    private static final Set<String> ENDS = Set.of(
            "office.request.published.v1",
            "office.request.rejected.v1",
            "office.request.returned.v1",
            "office.request.changes-requested.v1",
            "office.request.refused.v1");

    private Office() {}

    public static void main(String[] arguments) throws Exception {
        Properties kafka = read(Path.of(arguments[0]));
        String office = arguments[1];
        String id = arguments[2];
        byte[] data = Files.readAllBytes(Path.of(arguments[3]));
        handIn(kafka, office, id, data);
        awaitEnd(kafka, office, id, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private static Properties read(Path file) throws Exception {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    /** Returns when the broker has it; throws when not, upon which one sends the same again. */
    private static void handIn(Properties kafka, String office, String id, byte[] data) throws Exception {
        CloudEvent event = CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create("/offices/" + office))
                .withType("office.request.submitted.v1")
                .withDataContentType("application/json")
                .withData(data)
                .build();
        try (KafkaProducer<String, CloudEvent> producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new CloudEventSerializer())) {
            producer.send(new ProducerRecord<>("office." + office + ".intake.v1", event))
                    .get();
        }
    }

    /** What is read is remembered by the broker, under the name of the group. */
    private static void awaitEnd(Properties kafka, String office, String id, PrintStream out) {
        Properties reading = new Properties();
        reading.putAll(kafka);
        reading.put("group.id", "office." + office + ".example");
        reading.put("auto.offset.reset", "earliest");
        reading.put("enable.auto.commit", "false");
        try (KafkaConsumer<String, CloudEvent> consumer =
                new KafkaConsumer<>(reading, new StringDeserializer(), new CloudEventDeserializer())) {
            consumer.subscribe(List.of("office." + office + ".events.v1"));
            boolean ended = false;
            while (!ended) {
                for (ConsumerRecord<String, CloudEvent> record : consumer.poll(Duration.ofSeconds(1))) {
                    CloudEvent outcome = record.value();
                    String data = new String(outcome.getData().toBytes(), StandardCharsets.UTF_8);
                    out.println(outcome.getType() + " " + data);
                    // A program that does more than this reads the JSON with a library.
                    boolean mine = data.contains("\"submission\":\"" + id + "\"");
                    ended = ended || (mine && ENDS.contains(outcome.getType()));
                }
                // Only now: what was not dealt with is read again.
                consumer.commitSync();
            }
        }
    }
}

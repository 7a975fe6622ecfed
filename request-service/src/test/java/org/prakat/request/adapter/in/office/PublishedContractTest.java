package org.prakat.request.adapter.in.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prakat.request.adapter.in.office.SchemaChanges.Direction;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contract with other offices still keeps what was published: {@code src/test/resources/published}. What only adds is published
 * by copying it there; what does not needs a new version of the event.
 */
class PublishedContractTest {

    private static final Path PUBLISHED = Path.of("src/test/resources/published");
    private static final Path SCHEMAS = Path.of("../common/src/main/resources/org/prakat/common/schemas");
    private static final Path DOCUMENT = Path.of("../docs/asyncapi.yaml");

    /** Whose are the events of a type: these are sent by offices, all others received. */
    private static final Set<String> SENT = Set.of(EventIntake.SUBMITTED, EventIntake.WITHDRAWN);

    static Stream<String> published() throws IOException {
        return names(PUBLISHED).stream();
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("v1.json"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void everySchemaIsPublished() throws IOException {
        assertThat(names(PUBLISHED)).isEqualTo(names(SCHEMAS));
    }

    @ParameterizedTest
    @MethodSource("published")
    void aSchemaKeepsWhatItPromised(String file) throws IOException {
        Direction direction =
                SENT.contains(file.replace(".json", "")) ? Direction.SENT_BY_OFFICES : Direction.RECEIVED_BY_OFFICES;

        assertThat(SchemaChanges.breaks(direction, json(PUBLISHED.resolve(file)), json(SCHEMAS.resolve(file))))
                .isEmpty();
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    @Test
    void theDocumentKeepsItsChannelsItsMessagesAndTheirEnvelopes() throws IOException {
        JsonNode published = yaml(PUBLISHED.resolve("asyncapi.yaml"));
        JsonNode current = yaml(DOCUMENT);

        published.get("channels").properties().forEach(channel -> {
            JsonNode now = current.get("channels").path(channel.getKey());
            assertThat(now.path("address")).isEqualTo(channel.getValue().get("address"));
            assertThat(List.copyOf(now.path("messages").propertyNames()))
                    .containsAll(channel.getValue().get("messages").propertyNames());
        });
        assertThat(breaksOf("intake", Direction.SENT_BY_OFFICES, published, current))
                .isEmpty();
        assertThat(breaksOf("outcome", Direction.RECEIVED_BY_OFFICES, published, current))
                .isEmpty();
    }

    private static List<String> breaksOf(String schema, Direction direction, JsonNode published, JsonNode current) {
        String place = "/components/schemas/" + schema;
        return SchemaChanges.breaks(direction, published, published.at(place), current, current.at(place));
    }

    private static JsonNode yaml(Path file) throws IOException {
        return JsonMapper.shared().valueToTree(new Yaml().<Map<String, Object>>load(Files.readString(file)));
    }
}

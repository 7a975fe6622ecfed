package org.prakat.request.adapter.in.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.messaging.OfficeTopics;
import org.prakat.request.application.port.Outcomes.Told;
import org.prakat.request.domain.Outcome;
import org.prakat.request.domain.Problem;
import org.prakat.request.domain.Problem.WrongField;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document of the contract with other offices says what the code does. */
class OfficeContractTest {

    private static final Path DOCUMENT = Path.of("../docs/asyncapi.yaml");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode contract = read();

    private static JsonNode read() {
        try {
            return JSON.valueToTree(new Yaml().<Map<String, Object>>load(Files.readString(DOCUMENT)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void itNamesTheEventsThatAreTakenAndThoseThatAreTold() {
        assertThat(names("intake")).containsExactlyInAnyOrder(EventIntake.SUBMITTED, EventIntake.WITHDRAWN);
        assertThat(names("kafkaIntake")).isEqualTo(names("intake"));
        assertThat(names("kafkaOutcomes")).isEqualTo(names("outcomes"));
        assertThat(names("outcomes"))
                .isEqualTo(Arrays.stream(Outcome.Type.values())
                        .map(Outcome.Type::wireName)
                        .collect(Collectors.toSet()))
                .isEqualTo(names("webhook"));
    }

    @Test
    void itNamesTheTopicsOfAnOffice() {
        OfficeTopics topics = new OfficeTopics("pha-khao");

        assertThat(address("kafkaIntake")).isEqualTo(topics.intake());
        assertThat(address("kafkaOutcomes")).isEqualTo(topics.outcomes());
    }

    private String address(String channel) {
        return contract.at("/channels/" + channel + "/address").asString().replace("{office}", "pha-khao");
    }

    private Set<String> names(String channel) {
        return contract.at("/channels/" + channel + "/messages")
                .valueStream()
                .map(message -> resolved(message).get("name").asString())
                .collect(Collectors.toSet());
    }

    @Test
    void everythingThatItRefersToIsThere() {
        List<String> references = new ArrayList<>();
        collect(contract, references);

        assertThat(references).hasSizeGreaterThan(20).allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(contract.at(reference.substring(1)).isMissingNode()).isFalse();
            } else {
                assertThat(DOCUMENT.resolveSibling(reference)).exists();
            }
        });
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.get("$ref").asString());
        }
        node.forEach(part -> collect(part, references));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? contract.at(node.get("$ref").asString().substring(1)) : node;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUSED")
    void everyOutcomeIsAsTheContractSays(Outcome.Type type) throws IOException {
        Instant time = Instant.parse("2026-11-25T03:00:00Z");
        for (Outcome outcome : List.of(
                new Outcome("e", "o", type, "r", "s", time, List.of(), null, null, null, null),
                new Outcome(
                        "e",
                        "o",
                        type,
                        "r",
                        "s",
                        time,
                        List.of(new RejectionReason("OTHER", "อื่น ๆ")),
                        "x",
                        "/items/r",
                        time,
                        time))) {
            JsonNode told = JSON.valueToTree(OutcomeView.of(new Told(7, outcome)));

            assertThat(schema(contract.at("/components/schemas/outcome")).validate(told))
                    .isEmpty();
        }
    }

    @Test
    void aRefusalIsAsTheContractSays() throws IOException {
        Problem problem =
                new Problem("urn:x", "t", 400, "INVALID_INPUT", List.of(new WrongField("data.form", "REQUIRED", "m")));
        for (String eventId : Arrays.asList("e1", null)) {
            Outcome refused = Outcome.refused("place", "o", eventId, Instant.parse("2026-11-25T03:00:00Z"), problem);
            JsonNode told = JSON.valueToTree(OutcomeView.of(new Told(7, refused)));

            assertThat(schema(contract.at("/components/schemas/refusal")).validate(told))
                    .isEmpty();
            assertThat(told.has("subject")).isFalse();
        }
    }

    @Test
    void theEnvelopeOfTheDocumentationIsTaken() throws IOException {
        List<JsonNode> examples = examples();
        assertThat(examples).hasSize(2);
        for (JsonNode example : examples) {
            assertThat(schema(contract.at("/components/schemas/intake")).validate(example))
                    .isEmpty();
            assertThat(DataSchema.of(example.get("type").asString()).faults("data", example.get("data")))
                    .isEmpty();
        }
    }

    /** The events that docs/offices.md shows. */
    private static List<JsonNode> examples() throws IOException {
        String page = Files.readString(Path.of("../docs/offices.md"));
        return Stream.of("\"type\":\"office.request.submitted.v1\"", "\"type\":\"office.request.withdrawn.v1\"")
                .map(type -> {
                    int start = page.lastIndexOf("{", page.indexOf(type));
                    return JSON.readerFor(JsonNode.class)
                            .without(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            .<JsonNode>readValue(page.substring(start));
                })
                .toList();
    }

    /** With the data's own schema in the place of the reference to its file. */
    private static Schema schema(JsonNode node) throws IOException {
        String text = JSON.writeValueAsString(node);
        for (String name : List.of("office.request.outcome.v1", "office.request.refused.v1")) {
            Path file = Path.of("../common/src/main/resources/org/prakat/common/schemas/" + name + ".json");
            text = text.replace(
                    "{\"$ref\":\"" + file + "\"}",
                    Files.readString(file).replaceAll("\"\\$(schema|id)\": \"[^\"]*\",", ""));
        }
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("urn:test"), JSON.readTree(text));
    }
}

package org.prakat.request.adapter.in.office;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiChangesTest {

    private static final String PUBLISHED =
            """
            {"paths":{"/a":{
               "get":{"parameters":[{"in":"query","name":"limit"}],
                 "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}},"404":{}}},
               "put":{"requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/B"}}}},
                 "responses":{"204":{}}}}},
             "components":{"schemas":{
               "A":{"type":"object","required":["x"],"properties":{"x":{"type":"string"}}},
               "B":{"type":"object","properties":{"y":{"type":"string"}}}}}}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"/a\" | \"/b\" | get /a: removed",
                "\"get\" | \"head\" | get /a: removed",
                "\"limit\" | \"most\" | get /a query limit: removed",
                "\"name\":\"limit\" | \"name\":\"limit\",\"required\":true | get /a query limit: required",
                "\"200\":{\"content\":{\"application/json\" | \"200\":{\"content\":{\"text/csv\" | get /a 200 application/json: removed",
                "\"required\":[\"x\"] | \"required\":[] | get /a 200 $.x: required",
                "\"x\":{\"type\":\"string\"} | \"x\":{\"type\":\"integer\"} | get /a 200 $.x: type",
                "\"204\" | \"200\" | put /a 204: removed",
                "\"properties\":{\"y\" | \"required\":[\"y\"],\"properties\":{\"y\" | put /a body $.y: required"
            })
    void aBreakIsFound(String before, String after, String found) {
        assertThat(PUBLISHED).contains(before);
        JsonNode published = JsonMapper.shared().readTree(PUBLISHED);

        assertThat(OpenApiChanges.breaks(published, JsonMapper.shared().readTree(PUBLISHED.replace(before, after))))
                .contains(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"limit\" | \"limit\"",
                "\"404\":{} | \"410\":{}",
                "{\"in\":\"query\",\"name\":\"limit\"} | {\"in\":\"query\",\"name\":\"limit\"},{\"in\":\"query\",\"name\":\"more\"}",
                "\"x\":{\"type\":\"string\"} | \"x\":{\"type\":\"string\"},\"z\":{\"type\":\"string\"}",
                "\"y\":{\"type\":\"string\"} | \"y\":{\"type\":\"string\"},\"z\":{\"type\":\"string\"}"
            })
    void whatOnlyAddsBreaksNothing(String before, String after) {
        assertThat(PUBLISHED).contains(before);
        JsonNode published = JsonMapper.shared().readTree(PUBLISHED);

        assertThat(OpenApiChanges.breaks(published, JsonMapper.shared().readTree(PUBLISHED.replace(before, after))))
                .isEmpty();
    }
}

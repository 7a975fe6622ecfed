package org.prakat.request.adapter.in.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prakat.request.adapter.in.office.SchemaChanges.Direction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The comparison itself: it finds every kind of break, and lets through what breaks nothing. */
class SchemaChangesTest {

    private static final String PUBLISHED =
            """
            {"type":"object","required":["a"],"additionalProperties":false,"title":"before",
             "properties":{
               "a":{"type":"string","minLength":1,"maxLength":10,"pattern":"^x"},
               "b":{"enum":["ONE","TWO"]},
               "c":{"type":"array","maxItems":3,"uniqueItems":true,"items":{"$ref":"#/$defs/n"}},
               "d":{"type":"number"},
               "e":{"type":"array"},
               "f":{"type":["string","null"]}},
             "$defs":{"n":{"type":"integer","minimum":1,"maximum":5}}}""";

    private static List<String> breaks(Direction direction, String before, String after) {
        assertThat(PUBLISHED).contains(before);
        JsonNode published = JsonMapper.shared().readTree(PUBLISHED);
        JsonNode current = JsonMapper.shared().readTree(PUBLISHED.replace(before, after));
        return SchemaChanges.breaks(direction, published, current);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"required\":[\"a\"] | \"required\":[\"a\",\"b\"] | $.b: required",
                "\"b\":{\"enum\":[\"ONE\",\"TWO\"]}, | `` | $.b: removed",
                "[\"ONE\",\"TWO\"] | [\"ONE\"] | $.b: enum",
                "\"enum\":[\"ONE\",\"TWO\"] | \"const\":\"ONE\" | $.b: enum",
                "\"minLength\":1 | \"minLength\":2 | $.a: minLength",
                "\"maxLength\":10 | \"maxLength\":9 | $.a: maxLength",
                "\"^x\" | \"^xy\" | $.a: pattern",
                "\"maxItems\":3 | \"maxItems\":2 | $.c: maxItems",
                "\"minimum\":1 | \"minimum\":2 | $.c[]: minimum",
                "\"maximum\":5 | \"maximum\":4.5 | $.c[]: maximum",
                "\"type\":\"number\" | \"type\":\"integer\" | $.d: type",
                "\"type\":\"number\" | \"type\":\"string\" | $.d: type",
                "\"d\":{\"type\":\"number\"} | \"d\":{\"type\":\"number\",\"minimum\":0} | $.d: minimum",
                "\"d\":{\"type\":\"number\"} | \"d\":{\"type\":\"number\",\"multipleOf\":2} | $.d: multipleOf",
                "\"d\":{\"type\":\"number\"} | \"d\":{\"type\":\"number\",\"enum\":[1]} | $.d: enum",
                "\"e\":{\"type\":\"array\"} | \"e\":{\"type\":\"array\",\"uniqueItems\":true} | $.e: uniqueItems",
                "\"e\":{\"type\":\"array\"} | \"e\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}} | $.e: items",
                "[\"string\",\"null\"] | \"string\" | $.f: type",
                "\"d\":{\"type\":\"number\"} | \"d\":{\"type\":\"number\",\"not\":{\"const\":1}} | $.d: not"
            })
    void whatOfficesSendMustStillBeTaken(String before, String after, String found) {
        assertThat(breaks(Direction.SENT_BY_OFFICES, before, after)).containsExactly(found);
    }

    @Test
    void anOpenObjectMustNotClose() {
        JsonNode open = JsonMapper.shared().readTree("{\"type\":\"object\"}");
        JsonNode closed = JsonMapper.shared().readTree("{\"type\":\"object\",\"additionalProperties\":false}");

        assertThat(SchemaChanges.breaks(Direction.SENT_BY_OFFICES, open, closed))
                .containsExactly("$: additionalProperties");
        assertThat(SchemaChanges.breaks(Direction.SENT_BY_OFFICES, closed, open))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"title\":\"before\" | \"title\":\"after\"",
                "\"required\":[\"a\"] | \"required\":[]",
                "\"additionalProperties\":false, | ``",
                "[\"ONE\",\"TWO\"] | [\"ONE\",\"TWO\",\"THREE\"]",
                "\"maxLength\":10 | \"maxLength\":11",
                "\"minLength\":1, | ``",
                ",\"pattern\":\"^x\" | ``",
                "\"uniqueItems\":true, | ``",
                "\"type\":\"integer\" | \"type\":\"number\"",
                "\"e\":{\"type\":\"array\"} | \"e\":{\"type\":\"array\"},\"g\":{\"type\":\"string\"}"
            })
    void whatTakesMoreBreaksNothingForThoseWhoSend(String before, String after) {
        assertThat(breaks(Direction.SENT_BY_OFFICES, before, after)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"required\":[\"a\"] | \"required\":[] | $.a: required",
                "\"b\":{\"enum\":[\"ONE\",\"TWO\"]}, | `` | $.b: removed",
                "[\"ONE\",\"TWO\"] | [\"ONE\",\"TWO\",\"THREE\"] | $.b: enum",
                "\"type\":\"number\" | \"type\":\"string\" | $.d: type",
                "\"type\":\"number\" | \"type\":[\"number\",\"null\"] | $.d: type",
                "\"type\":\"integer\" | \"type\":\"number\" | $.c[]: type",
                "\"maxLength\":10 | \"maxLength\":11 | $.a: maxLength",
                "\"minLength\":1, | `` | $.a: minLength",
                "\"^x\" | \"^y\" | $.a: pattern",
                "\"uniqueItems\":true, | `` | $.c: uniqueItems",
                ",\"items\":{\"$ref\":\"#/$defs/n\"} | `` | $.c: items"
            })
    void whatOfficesReceiveMustStillBeWhatWasPromised(String before, String after, String found) {
        assertThat(breaks(Direction.RECEIVED_BY_OFFICES, before, after)).containsExactly(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"required\":[\"a\"] | \"required\":[\"a\",\"b\"]",
                "[\"ONE\",\"TWO\"] | [\"ONE\"]",
                "\"maxLength\":10 | \"maxLength\":9",
                "\"e\":{\"type\":\"array\"} | \"e\":{\"type\":\"array\"},\"g\":{\"type\":\"string\"}"
            })
    void whatSaysMoreBreaksNothingForThoseWhoReceive(String before, String after) {
        assertThat(breaks(Direction.RECEIVED_BY_OFFICES, before, after)).isEmpty();
    }
}

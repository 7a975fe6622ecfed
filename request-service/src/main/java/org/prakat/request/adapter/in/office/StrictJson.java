package org.prakat.request.adapter.in.office;

import java.util.ArrayList;
import java.util.List;
import org.prakat.common.domain.Fault;
import org.prakat.common.web.FieldPath;
import org.prakat.request.domain.PlainText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of strangers: no key twice, nothing deeply nested, nothing behind the end, and no characters in a text that some
 * reader further on would take for something else.
 */
final class StrictJson {

    private static final int DEEPEST = 12;
    private static final int LONGEST_NUMBER = 30;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** @throws JacksonException when it is not such JSON */
    JsonNode read(byte[] body) {
        return mapper.readTree(body);
    }

    byte[] write(JsonNode node) {
        return mapper.writeValueAsBytes(node);
    }

    /** @throws JacksonException when it does not make such a value */
    <T> T convert(JsonNode node, Class<T> type) {
        return mapper.treeToValue(node, type);
    }

    /** Every text with characters that are no text, and every number that is beyond measure. */
    static List<Fault> unusable(String path, JsonNode node) {
        List<Fault> faults = new ArrayList<>();
        check(path, node, faults);
        return faults;
    }

    private static void check(String path, JsonNode node, List<Fault> faults) {
        if (node.isString() && !PlainText.isText(node.asString())) {
            faults.add(new Fault(path, "INVALID_CHARACTERS"));
        }
        if (node.isNumber() && !node.canConvertToInt()) {
            faults.add(new Fault(path, "OUT_OF_RANGE"));
        }
        if (node.isObject()) {
            node.properties().forEach(field -> check(name(path, field.getKey()), field.getValue(), faults));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            check(FieldPath.item(path, i), node.get(i), faults);
        }
    }

    /** The path of a field whose name a stranger chose: it goes into an answer, so it must be text and short. */
    static String name(String path, String field) {
        return FieldPath.field(path, PlainText.isText(field) && field.length() <= 60 ? field : "?");
    }
}

package org.prakat.request.adapter.in.office;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.prakat.common.domain.Fault;
import org.prakat.common.web.FieldPath;
import tools.jackson.databind.JsonNode;

/** The JSON Schema of the data of one type of event, whose faults it tells as the API tells all faults. */
final class DataSchema {

    private static final int MOST_FAULTS = 50;
    private static final Map<String, String> CODES = Map.of(
            "required", "REQUIRED",
            "minLength", "REQUIRED",
            "additionalProperties", "UNKNOWN_FIELD",
            "maxLength", "TOO_LONG",
            "maxItems", "TOO_MANY",
            "uniqueItems", "SAME_TWICE",
            "enum", "UNKNOWN",
            "minimum", "OUT_OF_RANGE",
            "maximum", "OUT_OF_RANGE");

    private final Schema schema;

    private DataSchema(Schema schema) {
        this.schema = schema;
    }

    /** Of a type of the contract: the file has its name. */
    static DataSchema of(String type) {
        String file = "/org/prakat/common/schemas/" + type + ".json";
        try (InputStream text = Objects.requireNonNull(DataSchema.class.getResourceAsStream(file), file)) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text);
            schema.initializeValidators();
            return new DataSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Fault> faults(String path, JsonNode data) {
        return schema.validate(data).stream()
                .limit(MOST_FAULTS)
                .map(error -> fault(path, error))
                .toList();
    }

    private static Fault fault(String path, com.networknt.schema.Error error) {
        String field = path(path, error.getInstanceLocation());
        if (error.getProperty() != null) {
            field = StrictJson.name(field, error.getProperty());
        }
        String code = CODES.getOrDefault(error.getKeyword(), "MALFORMED");
        boolean limited = code.equals("TOO_LONG");
        return new Fault(
                field, code, limited ? Map.of("max", error.getSchemaNode().asString()) : Map.of());
    }

    private static String path(String start, NodePath location) {
        String path = start;
        for (int i = 0; i < location.getNameCount(); i++) {
            path = location.getElement(i) instanceof Integer index
                    ? FieldPath.item(path, index)
                    : StrictJson.name(path, location.getName(i));
        }
        return path;
    }
}

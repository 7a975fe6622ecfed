package org.prakat.request.adapter.in.office;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares a schema as it was published with what it is now. What offices send must still be taken, whatever they send by the
 * published one; what they receive must still be what the published one promises. No property ever goes away.
 */
final class SchemaChanges {

    /** Whose documents the schema describes. */
    enum Direction {
        SENT_BY_OFFICES,
        RECEIVED_BY_OFFICES
    }

    /** They restrict nothing. */
    private static final Set<String> NOTES = Set.of(
            "$schema", "$id", "$comment", "$defs", "$ref", "title", "description", "example", "examples", "default");

    private static final Set<String> UPPER_LIMITS =
            Set.of("maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties");
    private static final Set<String> LOWER_LIMITS =
            Set.of("minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties");
    private static final Set<String> COMPARED =
            Set.of("type", "enum", "const", "properties", "required", "items", "additionalProperties", "uniqueItems");
    private static final Set<String> TYPES =
            Set.of("string", "number", "integer", "boolean", "object", "array", "null");

    private final Direction direction;
    private final JsonNode publishedRoot;
    private final JsonNode currentRoot;
    private final List<String> breaks = new ArrayList<>();

    private SchemaChanges(Direction direction, JsonNode publishedRoot, JsonNode currentRoot) {
        this.direction = direction;
        this.publishedRoot = publishedRoot;
        this.currentRoot = currentRoot;
    }

    /** What breaks the promise, in words; empty when nothing does. */
    static List<String> breaks(Direction direction, JsonNode published, JsonNode current) {
        return breaks(direction, published, published, current, current);
    }

    /** The same, for schemas that refer to others of their documents. */
    static List<String> breaks(
            Direction direction, JsonNode publishedRoot, JsonNode published, JsonNode currentRoot, JsonNode current) {
        SchemaChanges changes = new SchemaChanges(direction, publishedRoot, currentRoot);
        changes.compare("$", published, current);
        return changes.breaks;
    }

    private void compare(String path, JsonNode publishedOrReference, JsonNode currentOrReference) {
        JsonNode published = resolved(publishedRoot, publishedOrReference);
        JsonNode current = resolved(currentRoot, currentOrReference);
        // Whatever the one gives, the other must take.
        JsonNode giver = direction == Direction.SENT_BY_OFFICES ? published : current;
        JsonNode taker = direction == Direction.SENT_BY_OFFICES ? current : published;
        check(types(taker).containsAll(types(giver)), path, "type");
        choices(path, giver, taker);
        limits(path, giver, taker);
        check(!isTrue(taker, "uniqueItems") || isTrue(giver, "uniqueItems"), path, "uniqueItems");
        check(!isClosed(taker) || isClosed(giver), path, "additionalProperties");
        others(path, giver, taker);
        texts(taker.path("required"))
                .filter(name -> texts(giver.path("required")).noneMatch(name::equals))
                .forEach(name -> check(false, path + "." + name, "required"));
        properties(path, published, current);
        if (taker.has("items") && !giver.has("items")) {
            check(false, path, "items");
        } else if (taker.has("items")) {
            compare(path + "[]", published.get("items"), current.get("items"));
        }
    }

    private void properties(String path, JsonNode published, JsonNode current) {
        published.path("properties").properties().forEach(property -> {
            String name = path + "." + property.getKey();
            JsonNode now = current.path("properties").get(property.getKey());
            if (now == null) {
                check(false, name, "removed");
            } else {
                compare(name, property.getValue(), now);
            }
        });
    }

    private void choices(String path, JsonNode giver, JsonNode taker) {
        if (hasChoices(taker)) {
            boolean within = hasChoices(giver) && choices(taker).containsAll(choices(giver));
            check(within, path, "enum");
        }
    }

    private static boolean hasChoices(JsonNode schema) {
        return schema.has("enum") || schema.has("const");
    }

    private static Set<JsonNode> choices(JsonNode schema) {
        return schema.has("const")
                ? Set.of(schema.get("const"))
                : schema.get("enum").valueStream().collect(Collectors.toSet());
    }

    private void limits(String path, JsonNode giver, JsonNode taker) {
        for (String limit : UPPER_LIMITS) {
            if (taker.has(limit)) {
                check(giver.has(limit) && number(giver, limit).compareTo(number(taker, limit)) <= 0, path, limit);
            }
        }
        for (String limit : LOWER_LIMITS) {
            if (taker.has(limit)) {
                check(giver.has(limit) && number(giver, limit).compareTo(number(taker, limit)) >= 0, path, limit);
            }
        }
    }

    /** What cannot be compared must be the same, or be gone. */
    private void others(String path, JsonNode giver, JsonNode taker) {
        taker.properties().stream()
                .filter(keyword -> Stream.of(NOTES, UPPER_LIMITS, LOWER_LIMITS, COMPARED)
                        .noneMatch(known -> known.contains(keyword.getKey())))
                .forEach(keyword ->
                        check(keyword.getValue().equals(giver.get(keyword.getKey())), path, keyword.getKey()));
    }

    private void check(boolean right, String path, String what) {
        if (!right) {
            breaks.add(path + ": " + what);
        }
    }

    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref")) {
            String reference = found.get("$ref").asString();
            // Another file is compared by itself.
            found = reference.startsWith("#") ? root.at(reference.substring(1)) : root.at("/nowhere");
        }
        return found.isMissingNode() ? JsonMapper.shared().createObjectNode() : found;
    }

    /** An integer is a number. */
    private static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        Set<String> types = type.isMissingNode() ? TYPES : type.isString() ? Set.of(type.asString()) : named(type);
        return types.contains("number")
                ? Stream.concat(types.stream(), Stream.of("integer")).collect(Collectors.toSet())
                : types;
    }

    private static Set<String> named(JsonNode types) {
        return texts(types).collect(Collectors.toSet());
    }

    private static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString);
    }

    private static boolean isTrue(JsonNode schema, String keyword) {
        return schema.path(keyword).asBoolean(false);
    }

    private static boolean isClosed(JsonNode schema) {
        return schema.has("additionalProperties")
                && !schema.get("additionalProperties").asBoolean(true);
    }

    private static BigDecimal number(JsonNode schema, String keyword) {
        return schema.get(keyword).decimalValue();
    }
}

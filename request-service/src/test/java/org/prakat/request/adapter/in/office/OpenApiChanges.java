package org.prakat.request.adapter.in.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.prakat.request.adapter.in.office.SchemaChanges.Direction;
import tools.jackson.databind.JsonNode;

/** Compares the calls of an OpenAPI document as it was published with what they are now. */
public final class OpenApiChanges {

    private final JsonNode published;
    private final JsonNode current;
    private final List<String> breaks = new ArrayList<>();

    private OpenApiChanges(JsonNode published, JsonNode current) {
        this.published = published;
        this.current = current;
    }

    /** What breaks the promise, in words; empty when nothing does. */
    public static List<String> breaks(JsonNode published, JsonNode current) {
        OpenApiChanges changes = new OpenApiChanges(published, current);
        published.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(call -> changes.compare(
                        call.getKey() + " " + path.getKey(),
                        call.getValue(),
                        current.get("paths").path(path.getKey()).path(call.getKey()))));
        return changes.breaks;
    }

    private void compare(String call, JsonNode before, JsonNode now) {
        if (now.isMissingNode()) {
            breaks.add(call + ": removed");
            return;
        }
        before.path("parameters")
                .valueStream()
                .filter(parameter -> same(parameter, now).isEmpty())
                .forEach(parameter -> breaks.add(call + " " + name(parameter) + ": removed"));
        now.path("parameters")
                .valueStream()
                .filter(OpenApiChanges::isRequired)
                .filter(parameter -> same(parameter, before)
                        .filter(OpenApiChanges::isRequired)
                        .isEmpty())
                .forEach(parameter -> breaks.add(call + " " + name(parameter) + ": required"));
        contents(call + " body", before.path("requestBody"), now.path("requestBody"), Direction.SENT_BY_OFFICES);
        before.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .forEach(answer -> contents(
                        call + " " + answer.getKey(),
                        answer.getValue(),
                        now.path("responses").path(answer.getKey()),
                        Direction.RECEIVED_BY_OFFICES));
    }

    private void contents(String place, JsonNode before, JsonNode now, Direction direction) {
        if (!before.isMissingNode() && now.isMissingNode()) {
            breaks.add(place + ": removed");
        }
        before.path("content").properties().forEach(content -> {
            JsonNode there = now.path("content").path(content.getKey());
            if (there.isMissingNode()) {
                breaks.add(place + " " + content.getKey() + ": removed");
            } else {
                SchemaChanges.breaks(
                                direction, published, content.getValue().path("schema"), current, there.path("schema"))
                        .forEach(found -> breaks.add(place + " " + found));
            }
        });
    }

    private static Optional<JsonNode> same(JsonNode parameter, JsonNode call) {
        return call.path("parameters")
                .valueStream()
                .filter(other -> name(other).equals(name(parameter)))
                .findFirst();
    }

    private static String name(JsonNode parameter) {
        return parameter.get("in").asString() + " " + parameter.get("name").asString();
    }

    private static boolean isRequired(JsonNode parameter) {
        return parameter.path("required").asBoolean(false);
    }
}

package org.prakat.request.adapter.in.office;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * CloudEvents 1.0 out of HTTP (HTTP Protocol Binding): binary, structured and in batches; and out of records of Kafka: binary.
 * The SDK reads them; JSON is read strictly before, since the SDK takes what is ambiguous.
 */
final class EventReader {

    private static final int MOST_IN_A_BATCH = 100;
    private static final MediaType STRUCTURED = MediaType.parseMediaType(JsonFormat.CONTENT_TYPE);
    private static final MediaType BATCH = MediaType.parseMediaType("application/cloudevents-batch+json");

    private final StrictJson json = new StrictJson();

    /** How events come. */
    enum Mode {
        BINARY,
        STRUCTURED,
        BATCH
    }

    /** Looks at the content type only: what it refuses need not be read. */
    Result<Mode> mode(Map<String, List<String>> headers) {
        List<String> types = headers.getOrDefault("content-type", List.of());
        if (types.size() == 1) {
            try {
                return mode(MediaType.parseMediaType(types.get(0)), headers);
            } catch (InvalidMediaTypeException notAType) {
                return unsupported();
            }
        }
        return unsupported();
    }

    private static Result<Mode> mode(MediaType type, Map<String, List<String>> headers) {
        String charset = type.getParameter("charset");
        if (charset != null
                && !charset.replace("\"", "").toLowerCase(Locale.ROOT).equals("utf-8")) {
            return unsupported();
        }
        if (type.equalsTypeAndSubtype(STRUCTURED)) {
            return Result.ok(Mode.STRUCTURED);
        }
        if (type.equalsTypeAndSubtype(BATCH)) {
            return Result.ok(Mode.BATCH);
        }
        return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON) && headers.containsKey("ce-specversion")
                ? Result.ok(Mode.BINARY)
                : unsupported();
    }

    private static <T> Result<T> unsupported() {
        return Result.refused(Reason.UNSUPPORTED_TYPE, "NOT_AN_EVENT");
    }

    /** One event, in binary or structured mode. */
    Result<CloudEvent> one(Map<String, List<String>> headers, byte[] body) {
        boolean ambiguous = headers.entrySet().stream()
                .anyMatch(header ->
                        header.getKey().startsWith("ce-") && header.getValue().size() > 1);
        if (ambiguous) {
            return malformed("");
        }
        return parsed(body, "")
                .flatMap(strict -> read(() -> HttpMessageFactory.createReaderFromMultimap(headers, body)
                        .toEvent()));
    }

    /**
     * One event as a record of Kafka (Kafka Protocol Binding, section 3.2). Its headers differ from those of HTTP by a hyphen
     * only, so from here on it goes the same way.
     */
    Result<CloudEvent> record(Headers headers, byte[] body) {
        Map<String, List<String>> asInHttp = new TreeMap<>();
        for (Header header : headers) {
            if (header.key().startsWith("ce_") || header.key().equals("content-type")) {
                asInHttp.computeIfAbsent(header.key().replaceFirst("^ce_", "ce-"), first -> new ArrayList<>())
                        .add(text(header.value()));
            }
        }
        return mode(asInHttp).flatMap(mode -> mode == Mode.BINARY ? one(asInHttp, body) : unsupported());
    }

    static String text(byte @Nullable [] header) {
        return header == null ? "" : new String(header, StandardCharsets.UTF_8);
    }

    /** The events of a batch, each on its own: one that cannot be read does not spoil the others. */
    Result<List<Result<CloudEvent>>> batch(byte[] body) {
        return parsed(body, "").flatMap(list -> {
            if (!list.isArray()) {
                return malformed("");
            }
            if (list.size() > MOST_IN_A_BATCH) {
                return Result.refused(Refusal.invalid(
                        List.of(new Fault("", "TOO_MANY", Map.of("max", String.valueOf(MOST_IN_A_BATCH))))));
            }
            List<Result<CloudEvent>> events = new ArrayList<>();
            list.forEach(event -> events.add(structured(json.write(event))));
            return Result.ok(events);
        });
    }

    private static Result<CloudEvent> structured(byte[] event) {
        return read(() -> EventFormatProvider.getInstance()
                .resolveFormat(JsonFormat.CONTENT_TYPE)
                .deserialize(event));
    }

    /** The data of an event. */
    Result<JsonNode> data(byte[] data) {
        return parsed(data, "data");
    }

    private Result<JsonNode> parsed(byte[] body, String field) {
        try {
            JsonNode read = json.read(body);
            return read == null || read.isMissingNode() ? malformed(field) : Result.ok(read);
        } catch (JacksonException notJson) {
            return malformed(field);
        }
    }

    private static Result<CloudEvent> read(Supplier<CloudEvent> sdk) {
        try {
            // It makes nothing at all of a null.
            return Optional.ofNullable(sdk.get()).map(Result::ok).orElseGet(() -> malformed(""));
        } catch (RuntimeException whatTheSdkMakesOfIt) {
            // It has no one exception for what a sender did wrong; and it does nothing else here but read.
            return malformed("");
        }
    }

    private static <T> Result<T> malformed(String field) {
        List<Fault> faults = field.isEmpty() ? List.of() : List.of(new Fault(field, "MALFORMED"));
        return Result.refused(new Refusal(Reason.INVALID, "MALFORMED", faults));
    }
}

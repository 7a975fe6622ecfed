package org.prakat.request.adapter.in.office;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.SpecVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.web.FieldPath;
import org.prakat.request.application.HandIn;
import org.prakat.request.application.HandIn.Submission;
import org.prakat.request.application.HandIn.Withdrawal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Takes an event of another office: its envelope, then its data by the schema of its type, then what it asks for. */
final class EventIntake {

    static final String SUBMITTED = "office.request.submitted.v1";
    static final String WITHDRAWN = "office.request.withdrawn.v1";

    /** What clocks may differ by. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    /** An event that was taken: the same answer, however often it comes. */
    record Accepted(String id, String requestId) {}

    /** What is done with the data of a type. */
    private record Type<T>(DataSchema schema, Class<T> data, Action<T> action) {}

    @FunctionalInterface
    private interface Action<T> {
        Result<String> take(Identity who, String eventId, T data);
    }

    private final Map<String, Type<?>> types;
    private final EventReader reader;
    private final InstantSource clock;
    private final StrictJson json = new StrictJson();

    EventIntake(HandIn handIn, EventReader reader, InstantSource clock) {
        this.types = Map.of(
                SUBMITTED, new Type<>(DataSchema.of(SUBMITTED), Submission.class, handIn::submit),
                WITHDRAWN, new Type<>(DataSchema.of(WITHDRAWN), Withdrawal.class, handIn::withdraw));
        this.reader = reader;
        this.clock = clock;
    }

    /** Whether it is the id of an event that we could have taken, and may repeat in an answer. */
    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    Result<Accepted> take(Identity who, CloudEvent event) {
        return checked(who, event)
                .flatMap(good -> {
                    Type<?> type = types.get(event.getType());
                    CloudEventData data = event.getData();
                    if (type == null || data == null) {
                        return Result.refused(Refusal.invalid(List.of(new Fault("data", "REQUIRED"))));
                    }
                    return reader.data(data.toBytes()).flatMap(read -> take(who, event.getId(), type, read));
                })
                .map(requestId -> new Accepted(event.getId(), requestId));
    }

    private Result<CloudEvent> checked(Identity who, CloudEvent event) {
        List<Fault> faults = new ArrayList<>();
        check(faults, event.getSpecVersion() == SpecVersion.V1, "specversion", "UNKNOWN");
        check(faults, isId(event.getId()), "id", "INVALID_EVENT_ID");
        check(faults, types.containsKey(event.getType()), "type", "UNKNOWN_TYPE");
        check(faults, isJson(event.getDataContentType()), "datacontenttype", "UNSUPPORTED_MEDIA_TYPE");
        if (event.getTime() != null) {
            Instant latest = clock.instant().plus(TOLERANCE);
            check(faults, !event.getTime().toInstant().isAfter(latest), "time", "IN_THE_FUTURE");
        }
        if (!faults.isEmpty()) {
            return Result.refused(Refusal.invalid(faults));
        }
        // Who sends is known by the token; the event must not say otherwise.
        return event.getSource().toString().equals("/offices/" + who.office())
                ? Result.ok(event)
                : Result.refused(
                        new Refusal(Reason.FORBIDDEN, "OTHER_OFFICE", List.of(new Fault("source", "OTHER_OFFICE"))));
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType == null || contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    private static void check(List<Fault> faults, boolean right, String field, String code) {
        if (!right) {
            faults.add(new Fault(field, code));
        }
    }

    private <T> Result<String> take(Identity who, String eventId, Type<T> type, JsonNode data) {
        List<Fault> faults = StrictJson.unusable("data", data);
        if (faults.isEmpty()) {
            faults = type.schema().faults("data", data);
        }
        if (!faults.isEmpty()) {
            return Result.refused(Refusal.invalid(faults));
        }
        try {
            return below("data", type.action().take(who, eventId, json.convert(data, type.data())));
        } catch (JacksonException unreadable) {
            String field = FieldPath.field("data", FieldPath.of(unreadable));
            return Result.refused(Refusal.invalid(List.of(new Fault(field, "MALFORMED"))));
        }
    }

    /** The faults of the data, named as parts of the event. */
    private static <T> Result<T> below(String path, Result<T> result) {
        if (!(result instanceof Result.Refused<T> refused)) {
            return result;
        }
        Function<Fault, Fault> deeper =
                fault -> new Fault(FieldPath.field(path, fault.field()), fault.code(), fault.arguments());
        Refusal refusal = refused.refusal();
        return Result.refused(new Refusal(
                refusal.reason(),
                refusal.code(),
                refusal.faults().stream().map(deeper).toList()));
    }
}

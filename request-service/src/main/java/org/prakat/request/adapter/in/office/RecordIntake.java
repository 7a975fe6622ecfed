package org.prakat.request.adapter.in.office;

import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Role;
import org.prakat.common.event.OfficeClientDefined;
import org.prakat.common.event.Person;
import org.prakat.common.messaging.OfficeTopics;
import org.prakat.common.messaging.Outages;
import org.prakat.common.web.Problems;
import org.prakat.request.adapter.in.office.EventIntake.Accepted;
import org.prakat.request.application.RefuseEvent;
import org.prakat.request.domain.Problem;
import org.prakat.request.domain.Problem.WrongField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Takes an event that another office wrote to its topic, by the rules that hold over HTTP; what HTTP would answer with a problem
 * is told as an outcome.
 */
final class RecordIntake {

    private static final Logger log = LoggerFactory.getLogger(RecordIntake.class);

    /** What HTTP answers in to those who name no language. */
    private static final Locale THAI = Locale.forLanguageTag("th");

    private final EventReader reader;
    private final EventIntake intake;
    private final RefuseEvent refuse;
    private final Problems problems;
    private final Outages outages;
    private final IntakeMeasures measures;
    private final long largest;

    /** @param largest how many bytes the data of an event may have */
    RecordIntake(
            EventReader reader,
            EventIntake intake,
            RefuseEvent refuse,
            Problems problems,
            Outages outages,
            IntakeMeasures measures,
            long largest) {
        this.reader = reader;
        this.intake = intake;
        this.refuse = refuse;
        this.problems = problems;
        this.outages = outages;
        this.measures = measures;
        this.largest = largest;
    }

    /**
     * Deals with it for good, whatever it holds.
     *
     * @throws RuntimeException while a server that this needs is out; the record is to be offered again
     */
    void take(ConsumerRecord<byte[], byte[]> event) {
        String office = OfficeTopics.ofIntake(event.topic()).orElseThrow().office();
        Optional<ProblemDetail> problem = problem(office, event);
        problem.map(RecordIntake::told)
                .ifPresentOrElse(
                        told -> {
                            refuse.refuse(office, refusalId(event), eventId(event), told);
                            measures.refused(office, told.code());
                        },
                        () -> measures.accepted(office));
    }

    /** What stands against it. */
    private Optional<ProblemDetail> problem(String office, ConsumerRecord<byte[], byte[]> event) {
        try {
            return read(event).flatMap(read -> intake.take(program(office), read))
                            instanceof Result.Refused<Accepted> no
                    ? Optional.of(problems.of(no.refusal(), THAI))
                    : Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            if (outages.isOutage(e)) {
                throw e;
            }
            // Offered again it would fail again, and hold up all that its office sends after it.
            log.error("an event of {} failed", office, e);
            measures.failed();
            HttpStatus ours = HttpStatus.INTERNAL_SERVER_ERROR;
            return Optional.of(problems.of(ours, ours.name(), THAI));
        }
    }

    private Result<CloudEvent> read(ConsumerRecord<byte[], byte[]> event) {
        byte[] body = event.value() == null ? new byte[0] : event.value();
        return body.length > largest
                ? Result.refused(Refusal.of(Reason.TOO_LARGE, "CONTENT_TOO_LARGE"))
                : reader.record(event.headers(), body);
    }

    /** Who wrote it: the broker lets nobody else write to this topic. Whether it may, its registration as a client says. */
    private static Identity program(String office) {
        Person program = new Person(OfficeClientDefined.actorOf(office + "-kafka"), office, office);
        return new Identity(program, office, null, Set.of(Role.OFFICE));
    }

    /** An id for its refusal, made of the place where it lies: unlike any other, also when the topic was made anew. */
    private static String refusalId(ConsumerRecord<byte[], byte[]> event) {
        String place = event.topic() + "/" + event.partition() + "/" + event.offset() + "/" + event.timestamp();
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static @Nullable String eventId(ConsumerRecord<byte[], byte[]> event) {
        List<String> ids = StreamSupport.stream(event.headers().headers("ce_id").spliterator(), false)
                .map(header -> EventReader.text(header.value()))
                .toList();
        return ids.size() == 1 && EventIntake.isId(ids.get(0)) ? ids.get(0) : null;
    }

    /** The last header of a name, as text. */
    static @Nullable String header(ConsumerRecord<byte[], byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null ? null : EventReader.text(header.value());
    }

    private static Problem told(ProblemDetail problem) {
        Map<String, Object> more = Objects.requireNonNull(problem.getProperties());
        List<?> faults = more.get("faults") instanceof List<?> found ? found : List.of();
        return new Problem(
                String.valueOf(problem.getType()),
                String.valueOf(problem.getTitle()),
                problem.getStatus(),
                String.valueOf(more.get("code")),
                faults.stream().map(RecordIntake::wrongField).toList());
    }

    private static WrongField wrongField(Object fault) {
        Map<?, ?> told = (Map<?, ?>) fault;
        return new WrongField(
                String.valueOf(told.get("field")),
                String.valueOf(told.get("code")),
                String.valueOf(told.get("message")));
    }
}

package org.prakat.request.adapter.in.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.prakat.common.messaging.Outages;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.web.Problems;
import org.prakat.request.application.HandIn;
import org.prakat.request.application.Judgement;
import org.prakat.request.application.RefuseEvent;
import org.prakat.request.application.port.Outcomes;
import org.prakat.request.application.port.Requests;
import org.prakat.request.application.port.Uploads;
import org.prakat.request.domain.Outcome;
import org.prakat.request.domain.Samples;

/** What becomes of an event while something that its intake needs fails. */
class RecordIntakeTest {

    private static final byte[] DATA = "{\"submission\":\"e1\",\"explanation\":\"x\"}".getBytes(StandardCharsets.UTF_8);

    private final List<Outcome> told = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private RecordIntake intake(RuntimeException failure, Outcomes outcomes) {
        Requests requests = failing(Requests.class, failure);
        ReferenceData reference = failing(ReferenceData.class, failure);
        HandIn handIn = new HandIn(
                requests,
                failing(Uploads.class, failure),
                reference,
                new Judgement(requests, reference),
                () -> Samples.NOW);
        EventReader reader = new EventReader();
        return new RecordIntake(
                reader,
                new EventIntake(handIn, reader, () -> Samples.NOW),
                new RefuseEvent(outcomes, () -> Samples.NOW),
                new Problems(List.of("org.prakat.common.web.problems")),
                new Outages(List.of(MongoException.class)),
                new IntakeMeasures(meters),
                1_000);
    }

    /** A port whose every call fails so. */
    private static <T> T failing(Class<T> port, RuntimeException failure) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, call, given) -> {
            throw failure;
        }));
    }

    /** Outcomes that are only ever told. */
    private Outcomes kept() {
        return (Outcomes) Proxy.newProxyInstance(
                Outcomes.class.getClassLoader(), new Class<?>[] {Outcomes.class}, (self, call, given) -> {
                    assertThat(call.getName()).isEqualTo("add");
                    told.add((Outcome) given[0]);
                    return null;
                });
    }

    private static ConsumerRecord<byte[], byte[]> event(long offset, byte[] data) {
        Headers headers = new RecordHeaders();
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "e2",
                        "ce_source", "/offices/phu-ruea",
                        "ce_type", "office.request.withdrawn.v1",
                        "content-type", "application/json")
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                "office.phu-ruea.intake.v1",
                0,
                offset,
                7L,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                new byte[0],
                data,
                headers,
                Optional.empty());
    }

    @Test
    void whileTheDatabaseIsOutNothingIsRefused() {
        RuntimeException out = new MongoTimeoutException("out");

        assertThatThrownBy(() -> intake(out, kept()).take(event(0, DATA))).isSameAs(out);
        assertThatThrownBy(() -> intake(out, failing(Outcomes.class, out)).take(event(0, new byte[0])))
                .as("a refusal that could not be kept")
                .isSameAs(out);

        assertThat(told).isEmpty();
        assertThat(meters.find("prakat.offices.events").counters()).isEmpty();
    }

    @Test
    void whatFailsByAFaultOfOursIsAnsweredSoAndHoldsUpNothing() {
        intake(new IllegalStateException("a bug"), kept()).take(event(0, DATA));

        Outcome refused = told.get(0);
        assertThat(refused.type()).isEqualTo(Outcome.Type.REFUSED);
        assertThat(refused.submission()).isEqualTo("e2");
        assertThat(refused.problem().status()).isEqualTo(500);
        assertThat(refused.problem().code()).isEqualTo("INTERNAL_SERVER_ERROR");
        assertThat(meters.get("prakat.offices.events")
                        .tags("office", "phu-ruea", "outcome", "refused", "code", "INTERNAL_SERVER_ERROR")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.counter("prakat.offices.events.failed").count()).isEqualTo(1);
    }

    @Test
    void theSameRecordReadTwiceIsTheSameRefusalAndAnotherIsAnother() {
        RecordIntake intake = intake(new IllegalStateException("not called"), kept());

        intake.take(event(4, new byte[0]));
        intake.take(event(4, new byte[0]));
        intake.take(event(5, new byte[0]));

        List<String> ids = told.stream().map(Outcome::eventId).toList();
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
    }
}

package org.prakat.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prakat.common.event.ProcedureStep.APPROVAL;
import static org.prakat.common.event.ProcedureStep.CONFIRMATION;
import static org.prakat.common.event.ProcedureStep.CURRENCY_CHECK;
import static org.prakat.common.event.ProcedureStep.PUBLISHING;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.Approved;
import org.prakat.common.event.Due;
import org.prakat.common.event.Event;
import org.prakat.common.event.EventType;
import org.prakat.common.event.Expired;
import org.prakat.common.event.ExpiryNear;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationDue;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.Removed;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.RetentionEnded;
import org.prakat.common.event.SampleEvents;
import org.prakat.common.event.StepDueSoon;
import org.prakat.common.event.StepOverdue;
import org.prakat.common.event.Topic;
import org.prakat.common.event.VerbalApproval;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ToldEvents;
import org.prakat.expiry.application.port.Deadlines;
import org.prakat.expiry.domain.Deadline;
import org.prakat.expiry.domain.Deadline.Kind;
import org.prakat.expiry.domain.Stamp;
import org.prakat.testing.SteppedClock;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;
import tools.jackson.databind.JsonNode;

/** The whole service on its own: events in, time passes, events out. */
class ExpiryServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant START = Instant.parse("2026-11-25T03:00:00Z");
    private static final SteppedClock CLOCK = new SteppedClock(START);
    private static final Person WEBMASTER = new Person("w", "วิชัย", "นักวิชาการ");
    private static final OrderReference ORDER = new OrderReference("o", "1/2570");
    private static final Identity ADMIN = new Identity(WEBMASTER, "office", null, Set.of(Role.ADMINISTRATOR));
    private static final Identity OFFICER = new Identity(WEBMASTER, "office", null, Set.of(Role.OFFICER));

    private static ServiceUnderTest service;

    @BeforeAll
    static void start() {
        service =
                ServiceUnderTest.start(ExpiryServiceApplication.application(), "expiry-service-test", CLOCK, Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aPublicationAndItsEndAreToldWhenTheirMomentHasCome() {
        Instant publishAt = CLOCK.instant().plus(Duration.ofHours(2));
        Instant expiresAt = CLOCK.instant().plus(Duration.ofDays(30));
        service.tell(new PublicationScheduled("r1", 1, WEBMASTER, ORDER, publishAt));
        service.tell(published("r2", CLOCK.instant(), expiresAt, expiresAt.minus(Duration.ofDays(7)), null));
        await().atMost(PATIENCE)
                .until(() ->
                        pending("?request=r1").size() + pending("?request=r2").size() == 3);
        assertThat(pending("?request=r1").get(0).get("id").asString()).startsWith("PUBLICATION/r1/1/" + publishAt);
        String eventId = pending("?request=r2").get(1).get("eventId").asString();

        try (ToldEvents told = new ToldEvents(Topic.EXPIRY_EVENTS)) {
            assertThat(told.all(PublicationDue.class, "r1")).isEmpty();
            CLOCK.set(publishAt);
            assertThat(told.await(PublicationDue.class, "r1").dueAt()).isEqualTo(publishAt);
            assertThat(told.all(Expired.class, "r2")).isEmpty();
            CLOCK.set(expiresAt.minus(Duration.ofDays(7)));
            assertThat(told.await(ExpiryNear.class, "r2").expiresAt()).isEqualTo(expiresAt);
            assertThat(told.all(Expired.class, "r2")).isEmpty();
            CLOCK.set(expiresAt);
            assertThat(told.await(Expired.class, "r2").dueAt()).isEqualTo(expiresAt);
            await().atMost(PATIENCE).until(() -> pending("?request=r2").isEmpty());
            assertThat(told.ids(Expired.class, "r2"))
                    .as("the id that was fixed when the deadline was set")
                    .containsExactly(eventId);
        }
    }

    /** As when another replica is gone. The clock stands still, so that nothing is read for its time's sake. */
    @Test
    void whatOnlyAnotherReplicaKnewIsToldWhenItsShareOfTheTopicsComesHere() {
        Instant due = CLOCK.instant();
        service.bean(Deadlines.class)
                .add(List.of(Deadline.pending(Kind.PUBLICATION, "left-behind", 1, due, new Stamp(due, 1))));

        BindingsLifecycleController bindings = service.bean(BindingsLifecycleController.class);
        String binding = "events-in-0";
        bindings.changeState(binding, State.STOPPED);
        try (ToldEvents told = new ToldEvents(Topic.EXPIRY_EVENTS)) {
            bindings.changeState(binding, State.STARTED);
            assertThat(told.await(PublicationDue.class, "left-behind").dueAt()).isEqualTo(due);
        }
    }

    /** What sets a deadline, and what is told of it. */
    private record Course(Event setBy, Instant at, Event told) {}

    private static Course course(Kind kind, String id, Instant now) {
        Instant soon = now.plus(Duration.ofHours(5));
        Instant later = now.plus(Duration.ofHours(20));
        Due due = new Due(soon, later);
        return switch (kind) {
            case PUBLICATION ->
                new Course(
                        new PublicationScheduled(id, 1, WEBMASTER, ORDER, later),
                        later,
                        new PublicationDue(id, 1, later));
            case REMOVAL -> new Course(published(id, now, later, soon, null), later, new Expired(id, 1, later));
            case REMOVAL_REMINDER ->
                new Course(published(id, now, later, soon, null), soon, new ExpiryNear(id, 1, later));
            case APPROVAL_REMINDER -> new Course(submitted(id, due), soon, new StepDueSoon(id, 1, APPROVAL, later));
            case APPROVAL_OVERDUE -> new Course(submitted(id, due), later, new StepOverdue(id, 1, APPROVAL, later));
            case CONFIRMATION_REMINDER ->
                new Course(approved(id, due), soon, new StepDueSoon(id, 1, CONFIRMATION, later));
            case CONFIRMATION_OVERDUE ->
                new Course(approved(id, due), later, new StepOverdue(id, 1, CONFIRMATION, later));
            case PUBLISHING_REMINDER -> new Course(approved(id, due), soon, new StepDueSoon(id, 1, PUBLISHING, later));
            case PUBLISHING_OVERDUE -> new Course(approved(id, due), later, new StepOverdue(id, 1, PUBLISHING, later));
            case CURRENCY_CHECK_REMINDER ->
                new Course(published(id, now, null, soon, due), soon, new StepDueSoon(id, 1, CURRENCY_CHECK, later));
            case CURRENCY_CHECK_OVERDUE ->
                new Course(published(id, now, null, soon, due), later, new StepOverdue(id, 1, CURRENCY_CHECK, later));
            case RETENTION ->
                new Course(
                        new Removed(id, 1, Removed.Cause.EXPIRED, now, later), later, new RetentionEnded(id, 1, later));
        };
    }

    private static RequestSubmitted submitted(String id, Due due) {
        RequestSubmitted example = (RequestSubmitted) SampleEvents.of(EventType.REQUEST_SUBMITTED);
        return new RequestSubmitted(
                id, 1, example.requester(), example.form(), List.of(), example.digest(), 1, List.of(), due);
    }

    private static Approved approved(String id, Due due) {
        Approved example = (Approved) SampleEvents.of(EventType.APPROVED);
        return new Approved(
                id,
                1,
                example.requester(),
                example.approver(),
                example.order(),
                List.of(),
                example.category(),
                example.publicationPeriod(),
                example.webmaster(),
                null,
                example.form(),
                List.of(),
                example.digest(),
                1,
                List.of(),
                null,
                new VerbalApproval(WEBMASTER, START, "TELEPHONE", "พยาน", due),
                due);
    }

    private static Published published(
            String id, Instant from, @Nullable Instant end, Instant remindAt, @Nullable Due currencyCheck) {
        return new Published(
                id,
                1,
                WEBMASTER,
                ORDER,
                "t",
                "news",
                2570,
                1,
                "/items/" + id,
                from,
                end,
                end == null ? List.of() : List.of(remindAt),
                currencyCheck);
    }

    @ParameterizedTest
    @EnumSource
    void eachKindIsSetAndToldOverKafkaAndNotBefore(Kind kind) {
        String id = "each-" + kind;
        Course course = course(kind, id, CLOCK.instant());
        service.tell(course.setBy());
        await().atMost(PATIENCE)
                .until(() -> pending("?kind=" + kind + "&request=" + id).size() == 1);

        try (ToldEvents told = new ToldEvents(Topic.EXPIRY_EVENTS)) {
            CLOCK.set(course.at().minusMillis(1));
            assertThat(told.all(course.told().getClass(), id).contains(course.told()))
                    .isFalse();
            CLOCK.set(course.at());
            await().atMost(PATIENCE)
                    .until(() -> told.all(course.told().getClass(), id).contains(course.told()));
        }
        await().atMost(PATIENCE)
                .until(() -> pending("?kind=" + kind + "&request=" + id).isEmpty());
    }

    @Test
    void whatIsDoneInItsTimeIsNotToldOfAsOverdue() {
        Instant now = CLOCK.instant();
        Due due = new Due(now.plus(Duration.ofHours(5)), now.plus(Duration.ofHours(20)));
        service.tell(submitted("quick", due));
        await().atMost(PATIENCE).until(() -> pending("?request=quick").size() == 2);

        service.tell(new Rejected("quick", 1, WEBMASTER, ORDER, List.of()));

        await().atMost(PATIENCE).until(() -> pending("?request=quick").isEmpty());
    }

    static Stream<EventType> decidedByOthers() {
        return Arrays.stream(EventType.values())
                .filter(type -> Set.of(Topic.REQUEST_EVENTS, Topic.APPROVAL_EVENTS, Topic.PUBLICATION_EVENTS)
                        .contains(type.topic()));
    }

    /** Those that neither set a deadline nor call one off; all others of the contract are acted on. */
    private static final Set<EventType> OF_NO_INTEREST = EnumSet.of(
            EventType.APPROVAL_HANDED_OVER,
            EventType.CORRECTED,
            EventType.SUSPENDED,
            EventType.RESUMED,
            EventType.REMOVAL_HELD,
            EventType.ARCHIVE_DELETED);

    @ParameterizedTest
    @MethodSource("decidedByOthers")
    void everyEventOfTheContractReachesItsHandler(EventType type) {
        String outcome = OF_NO_INTEREST.contains(type) ? "ignored" : "handled";
        Counter counter = service.bean(MeterRegistry.class)
                .counter("prakat.events.received", "type", type.wireName(), "outcome", outcome);
        double before = counter.count();

        service.tell(SampleEvents.of(type));

        await().atMost(PATIENCE).until(() -> counter.count() > before);
    }

    @Test
    void onlyAdministratorsSeeWhatIsComing() {
        assertThat(service.get("/api/deadlines").status()).isEqualTo(401);
        assertThat(service.get(OFFICER, "/api/deadlines").status()).isEqualTo(403);
        assertThat(service.get(ADMIN, "/api/deadlines").status()).isEqualTo(200);
        assertThat(service.get(ADMIN, "/api/deadlines?kind=NONSENSE").status()).isEqualTo(400);
    }

    @Test
    void theyAlsoSeeThatNothingIsOverdue() {
        await().atMost(PATIENCE)
                .until(() -> service.get(ADMIN, "/api/deadlines")
                                .json()
                                .get("overdue")
                                .asInt()
                        == 0);
        assertThat(service.bean(MeterRegistry.class)
                        .get("prakat.deadlines.overdue")
                        .gauge()
                        .value())
                .isZero();
    }

    private static JsonNode pending(String query) {
        return service.get(ADMIN, "/api/deadlines" + query).json().get("items");
    }
}

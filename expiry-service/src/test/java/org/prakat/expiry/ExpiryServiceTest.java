package org.prakat.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.prakat.common.event.ProcedureStep.APPROVAL;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.Due;
import org.prakat.common.event.EventType;
import org.prakat.common.event.Expired;
import org.prakat.common.event.ExpiryNear;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationDue;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.SampleEvents;
import org.prakat.common.event.StepDueSoon;
import org.prakat.common.event.StepOverdue;
import org.prakat.common.event.Topic;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ToldEvents;
import org.prakat.testing.SteppedClock;
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
        service.tell(new Published(
                "r2",
                1,
                WEBMASTER,
                ORDER,
                "t",
                "news",
                2570,
                1,
                "/items/r2",
                CLOCK.instant(),
                expiresAt,
                List.of(expiresAt.minus(Duration.ofDays(7))),
                null));
        await().atMost(PATIENCE).until(() -> pending().size() == 3);
        assertThat(pending().get(0).get("id").asString()).startsWith("PUBLICATION/r1/1/" + publishAt);
        String eventId = pending().get(2).get("eventId").asString();

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
            await().atMost(PATIENCE).until(() -> pending().isEmpty());
            assertThat(told.ids(Expired.class, "r2"))
                    .as("the id that was fixed when the deadline was set")
                    .containsExactly(eventId);
        }
    }

    @Test
    void aStepThatIsNotDoneInItsTimeIsRemindedOfAndThenOverdue() {
        Instant now = CLOCK.instant();
        Due due = new Due(now.plus(Duration.ofHours(5)), now.plus(Duration.ofHours(20)));
        RequestSubmitted example = (RequestSubmitted) SampleEvents.of(EventType.REQUEST_SUBMITTED);
        service.tell(new RequestSubmitted(
                "slow", 1, example.requester(), example.form(), List.of(), example.digest(), 1, List.of(), due));
        await().atMost(PATIENCE).until(() -> pending("?kind=APPROVAL_OVERDUE").size() == 1);

        try (ToldEvents told = new ToldEvents(Topic.EXPIRY_EVENTS)) {
            CLOCK.set(due.remindAt());
            assertThat(told.await(StepDueSoon.class, "slow")).isEqualTo(new StepDueSoon("slow", 1, APPROVAL, due.at()));
            CLOCK.set(due.at());
            assertThat(told.await(StepOverdue.class, "slow")).isEqualTo(new StepOverdue("slow", 1, APPROVAL, due.at()));
            await().atMost(PATIENCE).until(() -> pending().isEmpty());
        }
    }

    @Test
    void onlyAdministratorsSeeWhatIsComing() {
        assertThat(service.get("/api/deadlines").status()).isEqualTo(401);
        assertThat(service.get(OFFICER, "/api/deadlines").status()).isEqualTo(403);
        assertThat(service.get(ADMIN, "/api/deadlines").status()).isEqualTo(200);
    }

    private static JsonNode pending() {
        return pending("");
    }

    private static JsonNode pending(String query) {
        return service.get(ADMIN, "/api/deadlines" + query).json().get("items");
    }
}

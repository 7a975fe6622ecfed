package org.prakat.approval.adapter.out.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.approval.application.port.ApprovalCases.Scope;
import org.prakat.approval.domain.ApprovalCase;
import org.prakat.approval.domain.CaseStatus;
import org.prakat.approval.domain.Samples;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Person;
import org.prakat.common.event.RequestForm;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EventSender;
import org.prakat.common.mongo.AggregateStorage;
import org.prakat.common.mongo.MongoSentEvents;
import org.prakat.common.mongo.OutboxRelay;
import org.prakat.common.mongo.TestDatabase;
import org.prakat.testing.SteppedClock;

class MongoApprovalCasesTest {

    private static final String ELSEWHERE = "another-office";
    private static final Comparator<ApprovalCase> OLDEST_FIRST =
            Comparator.comparing(ApprovalCase::submittedAt).thenComparing(each -> each.id());
    private static final Comparator<ApprovalCase> URGENT_FIRST =
            Comparator.comparing((ApprovalCase each) -> !each.form().urgent()).thenComparing(OLDEST_FIRST);

    private final List<ApprovalCase> stored = new ArrayList<>();
    private OutboxRelay relay;
    private AggregateStorage storage;
    private MongoApprovalCases cases;

    @BeforeEach
    void start() {
        MongoDatabase database = TestDatabase.empty("mongo-approval-cases-test");
        CloudEventCodec codec = new CloudEventCodec();
        relay = new OutboxRelay(
                database,
                new EventSender(
                        new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()),
                        codec,
                        URI.create("/prakat/test"),
                        new MongoSentEvents(database)),
                new OutboxRelay.Sweep(Duration.ofHours(1), Duration.ZERO, Duration.ofDays(7)),
                new SteppedClock(Samples.NOW),
                new SimpleMeterRegistry());
        storage = TestDatabase.storage(database, codec, relay);
        cases = new MongoApprovalCases(storage);
    }

    @AfterEach
    void stop() {
        storage.audit().close();
        relay.close();
    }

    @Test
    void theInboxGoesFromTheLastUrgentCaseToTheOldestOfTheOthers() {
        store("old", "health", false, 0, CaseStatus.PENDING);
        store("new", "health", false, 9, CaseStatus.PENDING);
        store("urgent-new", "health", true, 5, CaseStatus.PENDING);
        store("urgent-old", "health", true, 1, CaseStatus.PENDING);

        Page<Versioned<ApprovalCase>> urgent = cases.list(Samples.OFFICE, null, CaseStatus.PENDING, null, 2);
        Page<Versioned<ApprovalCase>> others = cases.list(Samples.OFFICE, null, CaseStatus.PENDING, urgent.next(), 2);

        assertThat(requests(urgent)).containsExactly("urgent-old", "urgent-new");
        assertThat(requests(others)).containsExactly("old", "new");
    }

    @Test
    void theHistoryHasTheNewestFirstWhetherUrgentOrNot() {
        store("old", "health", true, 0, CaseStatus.APPROVED);
        store("new", "health", false, 9, CaseStatus.APPROVED);
        store("rejected", "health", false, 5, CaseStatus.REJECTED);

        assertThat(requests(cases.list(Samples.OFFICE, null, CaseStatus.APPROVED, null, 10)))
                .containsExactly("new", "old");
    }

    @Test
    void whoIsAppointedForNoGroupSeesNoCase() {
        store("r", "health", false, 0, CaseStatus.PENDING);

        assertThat(requests(cases.list(Samples.OFFICE, scope(Set.of()), CaseStatus.PENDING, null, 10)))
                .isEmpty();
    }

    @Test
    void nobodySeesTheirOwnCaseAmongThoseTheyDecideOnAndADeputySeesTheHeads() {
        store("officers", "health", false, 0, CaseStatus.PENDING);
        storeOf(Samples.HEAD, "heads", "health");
        storeOf(Samples.HEAD, "heads-elsewhere", "dental");

        assertThat(pending(new Scope("head", Set.of("health"), Map.of()))).containsExactly("officers");
        assertThat(pending(new Scope("deputy", Set.of(), Map.of("head", Set.of("health")))))
                .containsExactly("heads");
        assertThat(pending(new Scope("deputy", Set.of("dental"), Map.of("head", Set.of("health")))))
                .containsExactlyInAnyOrder("heads", "heads-elsewhere");
    }

    private List<String> pending(Scope scope) {
        return requests(cases.list(Samples.OFFICE, scope, CaseStatus.PENDING, null, 10));
    }

    private static Scope scope(Set<String> workGroups) {
        return new Scope("somebody", workGroups, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "no cursor", "2026-11-25T03:00:00Z", "2026-11-25T03:00:00Z "})
    void aCursorThatIsNotOursBeginsAtTheTop(String text) {
        store("r", "health", true, 0, CaseStatus.PENDING);
        store("s", "health", true, 0, CaseStatus.REJECTED);
        String cursor = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThat(requests(cases.list(Samples.OFFICE, null, CaseStatus.PENDING, cursor, 10)))
                .containsExactly("r");
        assertThat(requests(cases.list(Samples.OFFICE, null, CaseStatus.REJECTED, cursor, 10)))
                .containsExactly("s");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void thePagesTogetherAreTheSortedListHoweverLargeTheyAre(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            // So few moments that many cases share one.
            store(
                    "r" + random.nextInt(1_000_000),
                    List.of("health", "dental", "ict").get(random.nextInt(3)),
                    random.nextBoolean(),
                    random.nextInt(8),
                    CaseStatus.values()[random.nextInt(CaseStatus.values().length)]);
        }
        storeIn(ELSEWHERE, "elsewhere", "health", true, 0, CaseStatus.PENDING);

        for (CaseStatus status : CaseStatus.values()) {
            Comparator<ApprovalCase> order = status == CaseStatus.PENDING ? URGENT_FIRST : OLDEST_FIRST.reversed();
            for (Set<String> groups : List.of(Set.of("health"), Set.of("health", "ict"), Set.of("dental"))) {
                List<ApprovalCase> expected = expected(status, groups, order);
                for (int size = 1; size <= 7; size++) {
                    assertThat(allPages(groups, status, size))
                            .as("%s of %s, %d a page", status, groups, size)
                            .containsExactlyElementsOf(expected);
                }
            }
            assertThat(allPages(null, status, 4))
                    .containsExactlyElementsOf(expected(status, Set.of("health", "dental", "ict"), order));
        }
    }

    private List<ApprovalCase> expected(CaseStatus status, Set<String> groups, Comparator<ApprovalCase> order) {
        return stored.stream()
                .filter(each -> each.form().office().equals(Samples.OFFICE))
                .filter(each -> groups.contains(each.form().workGroup()))
                .filter(each -> each.status() == status)
                .sorted(order)
                .toList();
    }

    private List<ApprovalCase> allPages(@Nullable Set<String> groups, CaseStatus status, int size) {
        List<ApprovalCase> all = new ArrayList<>();
        Set<String> cursors = new HashSet<>();
        String cursor = null;
        do {
            Page<Versioned<ApprovalCase>> page =
                    cases.list(Samples.OFFICE, groups == null ? null : scope(groups), status, cursor, size);
            page.items().forEach(item -> all.add(item.state()));
            cursor = page.next();
            assertThat(cursor == null || cursors.add(cursor))
                    .as("the pages go on")
                    .isTrue();
        } while (cursor != null);
        return all;
    }

    private void store(String id, String workGroup, boolean urgent, int minute, CaseStatus status) {
        storeIn(Samples.OFFICE, id, workGroup, urgent, minute, status);
    }

    private void storeOf(Person requester, String id, String workGroup) {
        store(
                ApprovalCase.of(Samples.submitted(id, requester, false), Samples.NOW),
                Samples.OFFICE,
                workGroup,
                CaseStatus.PENDING);
    }

    private void storeIn(String office, String id, String workGroup, boolean urgent, int minute, CaseStatus status) {
        ApprovalCase pending = ApprovalCase.of(
                Samples.submitted(id, Samples.MALEE, urgent), Samples.NOW.plus(Duration.ofMinutes(minute)));
        store(pending, office, workGroup, status);
    }

    private void store(ApprovalCase pending, String office, String workGroup, CaseStatus status) {
        RequestForm form = pending.form();
        ApprovalCase made = new ApprovalCase(
                pending.requestId(),
                1,
                pending.requester(),
                new RequestForm(
                        form.title(),
                        form.summary(),
                        office,
                        workGroup,
                        form.category(),
                        form.source(),
                        form.dataPeriod(),
                        null,
                        form.publicationPeriod(),
                        null,
                        null,
                        form.urgent(),
                        null,
                        List.of()),
                pending.attachments(),
                pending.digest(),
                1,
                List.of(),
                pending.submittedAt(),
                pending.due(),
                false,
                1,
                status,
                null,
                List.of(),
                null,
                List.of());
        if (cases.add(made.id(), Change.quiet(made), Cause.call(Samples.CALLER, Samples.NOW))
                .isPresent()) {
            stored.add(made);
        }
    }

    private static List<String> requests(Page<Versioned<ApprovalCase>> page) {
        return page.items().stream().map(item -> item.state().requestId()).toList();
    }
}

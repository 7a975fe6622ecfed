package org.prakat.common.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.common.event.AppointmentOrderDefined.Duty.APPROVE;
import static org.prakat.common.event.AppointmentOrderDefined.Duty.PUBLISH;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Due;
import org.prakat.common.event.EventType;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.OfficeRules;
import org.prakat.common.event.PublicHolidaysDefined;
import org.prakat.common.event.PublicHolidaysDefined.Holiday;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.SampleEvents;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.event.Text;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.common.mongo.TestDatabase;

class MongoReferenceDataTest {

    private static final String OFFICE = "wang-saphung";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    private MongoReferenceData data;

    @BeforeEach
    void begin() {
        data = new MongoReferenceData(TestDatabase.empty("reference-data-test"));
    }

    @Test
    void whatEachEventSaysIsFound() {
        OfficeDefined office = (OfficeDefined) SampleEvents.of(EventType.OFFICE_DEFINED);
        WorkGroupDefined group = (WorkGroupDefined) SampleEvents.of(EventType.WORK_GROUP_DEFINED);
        CategoryDefined category = (CategoryDefined) SampleEvents.of(EventType.CATEGORY_DEFINED);
        StaffDefined staff = (StaffDefined) SampleEvents.of(EventType.STAFF_DEFINED);
        AppointmentOrderDefined order = (AppointmentOrderDefined) SampleEvents.of(EventType.APPOINTMENT_ORDER_DEFINED);

        List.of(office, group, category, staff, order).forEach(data::put);

        assertThat(data.office(office.id())).contains(office);
        assertThat(data.workGroup(group.id())).contains(group);
        assertThat(data.category(category.id())).contains(category);
        assertThat(data.staff(staff.id())).contains(staff);
        assertThat(data.ordersOf(order.holder())).containsExactly(order);
        assertThat(data.knows(List.of(office.subject(), staff.subject()))).isTrue();
        assertThat(data.knows(List.of(office.subject(), "staff/another"))).isFalse();
        assertThat(data.office("another")).isEmpty();
        assertThat(data.staff(office.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whicheverOrderTheVersionsComeInTheNewestIsKept(long seed) {
        List<Long> versions =
                new ArrayList<>(LongStream.rangeClosed(1, 9).boxed().toList());
        versions.add(9L);
        Collections.shuffle(versions, new Random(seed));

        versions.forEach(version -> data.put(office(version)));

        assertThat(data.office(OFFICE)).contains(office(9));
    }

    @Test
    void theListsOfAnOfficeHaveTheirOrder() {
        data.put(category("c", 2, OFFICE));
        data.put(category("b", 1, OFFICE));
        data.put(category("a", 2, OFFICE));
        data.put(category("x", 0, "another-office"));
        data.put(new WorkGroupDefined("two", 1, OFFICE, new Text("ข", "A")));
        data.put(new WorkGroupDefined("one", 1, OFFICE, new Text("ก", "B")));

        assertThat(data.categories(OFFICE)).extracting(CategoryDefined::id).containsExactly("b", "a", "c");
        assertThat(data.workGroups(OFFICE)).extracting(WorkGroupDefined::id).containsExactly("one", "two");
    }

    @Test
    void aCategoryThatMovesToAnotherOfficeIsNoLongerListedByTheFirst() {
        data.put(category("a", 1, OFFICE));
        data.put(new CategoryDefined(
                "a",
                2,
                "another-office",
                new Text("ก", "A"),
                1,
                List.of(new Guideline(
                        1,
                        DAY,
                        Set.of(),
                        List.of("pdf"),
                        1_000,
                        1,
                        PublicationPeriod.days(30),
                        PublicationPeriod.days(90),
                        null,
                        null)),
                true));

        assertThat(data.categories(OFFICE)).isEmpty();
        assertThat(data.categories("another-office")).hasSize(1);
    }

    @Test
    void theHoldersOfADutyAreTheActivePeopleWhomAnOrderAppointsThatDay() {
        data.put(staff("somchai", "สมชาย", true));
        data.put(staff("anan", "อนันต์", true));
        data.put(staff("retired", "เกษียณ", false));
        data.put(order("o1", "somchai", "finance", Set.of(APPROVE), null));
        data.put(order("o2", "somchai", "finance", Set.of(APPROVE, PUBLISH), null));
        data.put(order("o3", "anan", null, Set.of(APPROVE), DAY));
        data.put(order("o4", "retired", "finance", Set.of(APPROVE), null));
        data.put(order("o5", "unknown", "finance", Set.of(APPROVE), null));

        assertThat(data.holders(APPROVE, OFFICE, "finance", DAY))
                .extracting(StaffDefined::id)
                .containsExactly("somchai", "anan");
        assertThat(data.holders(APPROVE, OFFICE, "finance", DAY.plusDays(1)))
                .extracting(StaffDefined::id)
                .containsExactly("somchai");
        assertThat(data.holders(APPROVE, OFFICE, "another-group", DAY))
                .extracting(StaffDefined::id)
                .containsExactly("anan");
        assertThat(data.holders(APPROVE, "another-office", "finance", DAY)).isEmpty();
    }

    @Test
    void theAdministratorsOfAnOfficeAreItsActiveOnes() {
        data.put(staff("admin-1", "สุดา", true));
        data.put(staff("admin-2", "เกษียณ", false));
        data.put(staff("somchai", "สมชาย", true));

        assertThat(data.administrators(OFFICE)).extracting(StaffDefined::id).containsExactly("admin-1");
        assertThat(data.administrators("another-office")).isEmpty();
    }

    @Test
    void theValidOrderIsTheOneThatGivesTheDutyOnTheDay() {
        data.put(order("o1", "somchai", "finance", Set.of(APPROVE), DAY.minusDays(1)));
        data.put(order("o2", "somchai", "finance", Set.of(APPROVE), null));

        assertThat(data.validOrder("somchai", APPROVE, OFFICE, "finance", DAY))
                .map(AppointmentOrderDefined::id)
                .contains("o2");
        assertThat(data.validOrder("somchai", PUBLISH, OFFICE, "finance", DAY)).isEmpty();
        assertThat(data.validOrder("anan", APPROVE, OFFICE, "finance", DAY)).isEmpty();
    }

    @Test
    void aDeputyHasTheDutyOnTheDaysOnWhichTheHeadIsAway() {
        data.put(staff("head", "สมชาย", true, List.of(new StaffDefined.Absence(DAY, DAY.plusDays(1)))));
        data.put(staff("deputy", "อนันต์", true));
        data.put(order("o1", "head", "finance", Set.of(APPROVE), null));
        data.put(deputy("o2", "deputy", "head"));

        assertThat(data.validOrder("deputy", APPROVE, OFFICE, "finance", DAY)).isPresent();
        assertThat(data.validOrder("deputy", APPROVE, OFFICE, "finance", DAY.plusDays(2)))
                .isEmpty();
        assertThat(data.holders(APPROVE, OFFICE, "finance", DAY))
                .extracting(StaffDefined::id)
                .containsExactly("head", "deputy");
    }

    @Test
    void aDeputyHasNoDeputyAndNoDutyWithoutTheHeads() {
        StaffDefined.Absence today = new StaffDefined.Absence(DAY, DAY);
        data.put(staff("head", "สมชาย", true, List.of(today)));
        data.put(staff("deputy", "อนันต์", true, List.of(today)));
        data.put(deputy("o2", "deputy", "head"));
        data.put(deputy("o3", "third", "deputy"));

        assertThat(data.validOrder("deputy", APPROVE, OFFICE, "finance", DAY))
                .as("the head has no order")
                .isEmpty();

        data.put(order("o1", "head", "finance", Set.of(APPROVE), null));
        assertThat(data.validOrder("deputy", APPROVE, OFFICE, "finance", DAY)).isPresent();
        assertThat(data.validOrder("third", APPROVE, OFFICE, "finance", DAY))
                .as("deputy of a deputy")
                .isEmpty();
    }

    @Test
    void theHeadsOwnRequestIsDecidedByTheDeputyOrBySomebodyElseWhoIsAppointed() {
        data.put(staff("head", "สมชาย", true));
        data.put(staff("deputy", "อนันต์", true));
        data.put(staff("other", "วิภา", true));
        data.put(order("o1", "head", "finance", Set.of(APPROVE), null));
        data.put(deputy("o2", "deputy", "head"));

        assertThat(approvers("officer")).containsExactly("head");
        assertThat(approvers("head")).containsExactly("deputy");
        assertThat(data.approvalOrder("deputy", "head", OFFICE, "finance", DAY))
                .map(AppointmentOrderDefined::id)
                .contains("o2");
        assertThat(data.approvalOrder("deputy", "officer", OFFICE, "finance", DAY))
                .as("the head is there")
                .isEmpty();
        assertThat(data.approvalOrder("deputy", "head", OFFICE, "another-group", DAY))
                .isEmpty();

        data.put(order("o3", "other", "finance", Set.of(APPROVE), null));
        assertThat(approvers("head")).containsExactly("other", "deputy");
        assertThat(approvers("officer")).containsExactly("other", "head");
    }

    @Test
    void theDeputyOfSomebodyWhoIsNoHeadTodayDecidesNothing() {
        data.put(staff("head", "สมชาย", true));
        data.put(staff("deputy", "อนันต์", true));
        data.put(deputy("o2", "deputy", "head"));

        assertThat(approvers("head")).isEmpty();
        assertThat(data.approvalOrder("deputy", "head", OFFICE, "finance", DAY)).isEmpty();
    }

    private List<String> approvers(String requester) {
        return data.approvers(requester, OFFICE, "finance", DAY).stream()
                .map(StaffDefined::id)
                .toList();
    }

    @Test
    void whatMayTakeOneWorkingDayIsDueAtTheEndOfTheNextOne() {
        Instant fridayAfternoon = Instant.parse("2026-12-04T08:00:00Z");
        data.put(new PublicHolidaysDefined(
                OFFICE, 1, List.of(new Holiday(LocalDate.of(2026, 12, 7), new Text("ชดเชย", "Substitution")))));

        Due due = data.due(OFFICE, 1, fridayAfternoon);

        assertThat(due.remindAt()).isEqualTo("2026-12-08T01:30:00Z");
        assertThat(due.at()).isEqualTo("2026-12-08T17:00:00Z");
    }

    @Test
    void anOfficeHasTheProceduresReasonsAndRulesUntilItLaysDownItsOwn() {
        assertThat(data.reasons(OFFICE).offers("NOT_OUR_MISSION")).isTrue();
        assertThat(data.rules(OFFICE)).isEqualTo(OfficeRules.DEFAULT);

        OfficeRules own = new OfficeRules(2, 3, List.of(14), false, true);
        data.put(new OfficeDefined(OFFICE, 1, new Text("ก", "A"), own, null));
        data.put(new ReasonsDefined(OFFICE, 1, List.of(new ReasonsDefined.Reason("OTHER", new Text("ก", "A"), true))));

        assertThat(data.rules(OFFICE)).isEqualTo(own);
        assertThat(data.reasons(OFFICE).offers("NOT_OUR_MISSION")).isFalse();
    }

    private static AppointmentOrderDefined deputy(String id, String holder, String head) {
        LocalDate from = LocalDate.of(2026, 10, 1);
        return new AppointmentOrderDefined(
                id,
                1,
                "14/2569",
                from,
                holder,
                OFFICE,
                "finance",
                Set.of(APPROVE),
                head,
                "ACTING_ON_BEHALF",
                from,
                null,
                false);
    }

    private static OfficeDefined office(long version) {
        return new OfficeDefined(
                OFFICE, version, new Text("สำนักงาน รุ่น " + version, "Office " + version), OfficeRules.DEFAULT, null);
    }

    private static CategoryDefined category(String id, int position, String office) {
        return new CategoryDefined(
                id,
                1,
                office,
                new Text(id, id),
                position,
                List.of(new Guideline(
                        1,
                        DAY,
                        Set.of(),
                        List.of("pdf"),
                        1_000,
                        1,
                        PublicationPeriod.days(30),
                        PublicationPeriod.days(90),
                        null,
                        null)),
                true);
    }

    private static StaffDefined staff(String id, String name, boolean active) {
        return staff(id, name, active, List.of());
    }

    private static StaffDefined staff(String id, String name, boolean active, List<StaffDefined.Absence> absences) {
        return new StaffDefined(
                id, 1, name, "นักวิชาการ", null, OFFICE, "finance", absences, id.startsWith("admin"), active);
    }

    private static AppointmentOrderDefined order(
            String id, String holder, @Nullable String workGroup, Set<Duty> duties, @Nullable LocalDate validUntil) {
        LocalDate from = LocalDate.of(2026, 10, 1);
        return new AppointmentOrderDefined(
                id, 1, "12/2569", from, holder, OFFICE, workGroup, duties, null, null, from, validUntil, false);
    }
}

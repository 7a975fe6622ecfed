package org.prakat.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.prakat.common.event.AppointmentOrderDefined.Duty;

class AppointmentOrderTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 9, 30);

    @Test
    void givesItsDutyFromTheFirstToTheLastDay() {
        AppointmentOrderDefined order = order("finance", LAST, false);
        assertThat(order.gives(Duty.APPROVE, "office", "finance", FIRST)).isTrue();
        assertThat(order.gives(Duty.APPROVE, "office", "finance", LAST)).isTrue();
        assertThat(order.gives(Duty.APPROVE, "office", "finance", FIRST.minusDays(1)))
                .isFalse();
        assertThat(order.gives(Duty.APPROVE, "office", "finance", LAST.plusDays(1)))
                .isFalse();
    }

    @Test
    void givesNoOtherDutyOfficeOrGroup() {
        AppointmentOrderDefined order = order("finance", LAST, false);
        assertThat(order.gives(Duty.PUBLISH, "office", "finance", FIRST)).isFalse();
        assertThat(order.gives(Duty.APPROVE, "other", "finance", FIRST)).isFalse();
        assertThat(order.gives(Duty.APPROVE, "office", "health", FIRST)).isFalse();
        assertThat(order.gives(Duty.APPROVE, "office", null, FIRST)).isFalse();
    }

    @Test
    void withoutAGroupItIsGoodForAll() {
        assertThat(order(null, LAST, false).gives(Duty.APPROVE, "office", "health", FIRST))
                .isTrue();
    }

    @Test
    void theDutiesToPublishAndToRemoveAreForTheWholeOffice() {
        AppointmentOrderDefined order = new AppointmentOrderDefined(
                "o2",
                1,
                "13/2569",
                FIRST,
                "holder",
                "office",
                "finance",
                Set.of(Duty.PUBLISH),
                null,
                null,
                FIRST,
                null,
                false);
        assertThat(order.gives(Duty.PUBLISH, "office", "health", FIRST)).isTrue();
        assertThat(order.gives(Duty.PUBLISH, "office", null, FIRST)).isTrue();
    }

    @Test
    void withoutALastDayItHoldsUntilRevoked() {
        assertThat(order("finance", null, false).gives(Duty.APPROVE, "office", "finance", LAST.plusYears(9)))
                .isTrue();
        assertThat(order("finance", null, true).gives(Duty.APPROVE, "office", "finance", FIRST))
                .isFalse();
    }

    private static AppointmentOrderDefined order(String group, LocalDate last, boolean revoked) {
        return new AppointmentOrderDefined(
                "o1",
                1,
                "12/2569",
                FIRST,
                "holder",
                "office",
                group,
                Set.of(Duty.APPROVE),
                null,
                null,
                FIRST,
                last,
                revoked);
    }
}

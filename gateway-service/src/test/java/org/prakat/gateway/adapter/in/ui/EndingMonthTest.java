package org.prakat.gateway.adapter.in.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.prakat.gateway.adapter.in.ui.EndingMonth.Day;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class EndingMonthTest {

    @Test
    void whatEndsAtMidnightStandsOnTheDayBefore() {
        PublicationView first = endingAt("2026-12-15T17:00:00Z");
        PublicationView last = endingAt("2026-12-31T17:00:00Z");

        List<EndingMonth> months = EndingMonth.of(List.of(last, first));

        assertThat(months).extracting(EndingMonth::month).containsExactly(YearMonth.of(2026, 12));
        assertThat(months.get(0).days())
                .containsExactly(
                        new Day(LocalDate.of(2026, 12, 15), List.of(first)),
                        new Day(LocalDate.of(2026, 12, 31), List.of(last)));
    }

    @Test
    void aWeekBeginsOnSundayAndHasNoDaysOfOtherMonths() {
        EndingMonth december =
                EndingMonth.of(List.of(endingAt("2026-12-15T17:00:00Z"))).get(0);

        assertThat(december.weeks()).hasSize(5).allMatch(week -> week.size() == 7);
        assertThat(december.weeks().get(0).subList(0, 2))
                .as("the first is a Tuesday")
                .containsOnlyNulls();
        assertThat(Objects.requireNonNull(december.weeks().get(0).get(2)).date())
                .isEqualTo("2026-12-01");
        assertThat(december.weeks().get(4).get(5)).isNull();
    }

    private static PublicationView endingAt(String end) {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build()
                .readValue(
                        "{\"id\":\"" + end + "\",\"standing\":{\"publishedFrom\":\"" + Instant.EPOCH
                                + "\",\"expiresAt\":\"" + end + "\"}}",
                        PublicationView.class);
    }
}

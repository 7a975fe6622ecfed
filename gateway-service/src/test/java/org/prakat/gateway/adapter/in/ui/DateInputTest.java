package org.prakat.gateway.adapter.in.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prakat.common.domain.Fault;

/** Dates as people type them. */
class DateInputTest {

    private static final Words THAI = new Words(Locale.forLanguageTag("th"));
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private final List<Fault> faults = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"5, 11, 2569", "' 05 ', 11, 2569", "๕, 11, ๒๕๖๙"})
    void aThaiReaderTypesTheBuddhistYear(String day, String month, String year) {
        assertThat(new DateInput(day, month, year).read("d", THAI, faults)).isEqualTo(LocalDate.of(2026, 11, 5));
        assertThat(faults).isEmpty();
    }

    @Test
    void anEnglishReaderTypesTheChristianYear() {
        assertThat(new DateInput("5", "11", "2026").read("d", ENGLISH, faults)).isEqualTo(LocalDate.of(2026, 11, 5));
        assertThat(faults).isEmpty();
    }

    @Test
    void theOtherErasYearIsRefusedWithAHint() {
        assertThat(new DateInput("5", "11", "2026").read("a", THAI, faults)).isNull();
        assertThat(new DateInput("5", "11", "2569").read("b", ENGLISH, faults)).isNull();
        assertThat(new DateInput("5", "11", "69").read("c", THAI, faults)).isNull();

        assertThat(faults)
                .containsExactly(new Fault("a", "WRONG_ERA"), new Fault("b", "WRONG_ERA"), new Fault("c", "WRONG_ERA"));
    }

    @ParameterizedTest
    @CsvSource({"31, 11, 2569", "x, 11, 2569", "5, '', 2569", "29, 2, 2569"})
    void whatIsNoDateIsRefused(String day, String month, String year) {
        assertThat(new DateInput(day, month, year).read("d", THAI, faults)).isNull();
        assertThat(faults).containsExactly(new Fault("d", "NOT_A_DATE"));
    }

    @Test
    void whatIsShownIsReadAgainAsTheSameDate() {
        LocalDate leapDay = LocalDate.of(2028, 2, 29);

        assertThat(DateInput.of(leapDay, THAI).read("d", THAI, faults)).isEqualTo(leapDay);
        assertThat(DateInput.of(leapDay, ENGLISH).read("d", ENGLISH, faults)).isEqualTo(leapDay);
        assertThat(DateInput.of(null, THAI).read("d", THAI, faults)).isNull();
        assertThat(faults).isEmpty();
    }
}

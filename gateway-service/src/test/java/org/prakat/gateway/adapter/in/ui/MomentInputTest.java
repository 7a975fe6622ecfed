package org.prakat.gateway.adapter.in.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prakat.common.domain.Fault;

class MomentInputTest {

    private static final Words THAI = new Words(Locale.forLanguageTag("th"));

    private final List<Fault> faults = new ArrayList<>();

    @Test
    void aTimeIsTheOfficesTimeWithAColonOrAFullStop() {
        Instant morning = Instant.parse("2026-12-01T01:30:00Z");

        assertThat(read("1", "12", "2569", "8:30")).isEqualTo(morning);
        assertThat(read("1", "12", "2569", "08.30")).isEqualTo(morning);
        assertThat(read("๑", "12", "๒๕๖๙", "๘.๓๐")).isEqualTo(morning);
        assertThat(faults).isEmpty();
    }

    @Test
    void nothingTypedIsNoTimeAndNoFault() {
        assertThat(read("", "", "", " ")).isNull();
        assertThat(faults).isEmpty();
    }

    @Test
    void aTimeWithoutADateADateWithoutATimeAndNonsenseAreFaults() {
        assertThat(read("", "", "", "8:30")).isNull();
        assertThat(read("1", "12", "2569", "")).isNull();
        assertThat(read("1", "12", "2569", "25:00")).isNull();
        assertThat(read("31", "2", "2569", "8:30")).isNull();

        assertThat(faults)
                .extracting(Fault::code)
                .containsExactly("NOT_A_DATE", "NOT_A_TIME", "NOT_A_TIME", "NOT_A_DATE");
    }

    @Test
    void whatIsShownIsReadAsTheSame() {
        Instant evening = Instant.parse("2026-12-31T17:05:00Z");

        MomentInput shown = MomentInput.of(evening, THAI);

        assertThat(shown).isEqualTo(new MomentInput("1", "1", "2570", "0:05"));
        assertThat(shown.read("at", THAI, faults)).isEqualTo(evening);
    }

    private @Nullable Instant read(String day, String month, String year, String time) {
        return new MomentInput(day, month, year, time).read("at", THAI, faults);
    }
}

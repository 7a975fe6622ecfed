package org.prakat.gateway.adapter.in.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final Words WORDS = new Words(Locale.forLanguageTag("th"));

    @ParameterizedTest
    @CsvSource({"0, 0", "0.002, 0.1", "0.1, 0.1", "0.7, 0.7", "0.94, 1", "1.25, 1.3", "48, 48", "100, 100"})
    void whatTookNoLongerThanThatIsNeverSaidToBeShorter(double hours, String said) {
        assertThat(WORDS.hours(hours)).isEqualTo(said);
    }
}

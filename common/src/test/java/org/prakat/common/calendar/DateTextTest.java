package org.prakat.common.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    private final DateText thai = DateText.in(Locale.forLanguageTag("th"));
    private final DateText english = DateText.in(Locale.UK);

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 1 มกราคม 2569, 1 January 2026",
        "2024-02-29, 29 กุมภาพันธ์ 2567, 29 February 2024",
        "2026-03-09, 9 มีนาคม 2569, 9 March 2026",
        "2026-04-13, 13 เมษายน 2569, 13 April 2026",
        "2026-05-01, 1 พฤษภาคม 2569, 1 May 2026",
        "2026-06-03, 3 มิถุนายน 2569, 3 June 2026",
        "2026-07-28, 28 กรกฎาคม 2569, 28 July 2026",
        "2026-08-12, 12 สิงหาคม 2569, 12 August 2026",
        "2026-09-30, 30 กันยายน 2569, 30 September 2026",
        "2026-10-01, 1 ตุลาคม 2569, 1 October 2026",
        "2026-11-25, 25 พฤศจิกายน 2569, 25 November 2026",
        "2026-12-31, 31 ธันวาคม 2569, 31 December 2026"
    })
    void aDayHasTheMonthsNameAndTheYearOfTheLanguagesEra(LocalDate day, String inThai, String inEnglish) {
        assertThat(thai.day(day)).isEqualTo(inThai);
        assertThat(english.day(day)).isEqualTo(inEnglish);
    }

    @ParameterizedTest
    @ValueSource(strings = {"th-TH", "th-TH-u-ca-buddhist-nu-thai", "fr", "und"})
    void everyLanguageButEnglishIsAnsweredInThai(String asked) {
        assertThat(DateText.in(Locale.forLanguageTag(asked)).day(DAY)).isEqualTo("25 พฤศจิกายน 2569");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2026-11-25T07:05:00Z     | 25 พฤศจิกายน 2569 เวลา 14:05\u00a0น. | 25 November 2026, 14:05
            2026-11-25T16:59:59.999Z | 25 พฤศจิกายน 2569 เวลา 23:59\u00a0น. | 25 November 2026, 23:59
            2026-11-25T17:00:00Z     | 26 พฤศจิกายน 2569 เวลา 00:00\u00a0น. | 26 November 2026, 00:00
            2026-12-31T17:00:00Z     | 1 มกราคม 2570 เวลา 00:00\u00a0น.     | 1 January 2027, 00:00
            """)
    void aMomentIsTheOfficesDayAndTime(Instant instant, String inThai, String inEnglish) {
        assertThat(thai.moment(instant)).isEqualTo(inThai);
        assertThat(english.moment(instant)).isEqualTo(inEnglish);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2026-11-25T16:59:59Z | 25 พฤศจิกายน 2569 เวลา 23:59\u00a0น. | 25 November 2026, 23:59
            2026-11-25T17:00:00Z | 25 พฤศจิกายน 2569 เวลา 24:00\u00a0น. | 25 November 2026, 24:00
            2026-11-25T17:01:00Z | 26 พฤศจิกายน 2569 เวลา 00:01\u00a0น. | 26 November 2026, 00:01
            2026-12-31T17:00:00Z | 31 ธันวาคม 2569 เวลา 24:00\u00a0น.   | 31 December 2026, 24:00
            """)
    void whatEndsAtMidnightEndsWithTheDayBefore(Instant instant, String inThai, String inEnglish) {
        assertThat(thai.end(instant)).isEqualTo(inThai);
        assertThat(english.end(instant)).isEqualTo(inEnglish);
    }

    @Test
    void aRangeNamesBothDaysAndASingleDayStandsAlone() {
        LocalDate first = LocalDate.of(2026, 10, 1);

        assertThat(thai.range(first, DAY)).isEqualTo("1 ตุลาคม 2569 – 25 พฤศจิกายน 2569");
        assertThat(english.range(first, DAY)).isEqualTo("1 October 2026 – 25 November 2026");
        assertThat(thai.range(DAY, DAY)).isEqualTo("25 พฤศจิกายน 2569");
    }

    @Test
    void theLanguageOfTheMachineDoesNotMatter() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            assertThat(DateText.in(Locale.ENGLISH).moment(Instant.parse("2026-11-25T07:05:00Z")))
                    .isEqualTo("25 November 2026, 14:05");
            assertThat(DateText.in(Locale.forLanguageTag("th")).day(DAY)).isEqualTo("25 พฤศจิกายน 2569");
        } finally {
            Locale.setDefault(machine);
        }
    }
}

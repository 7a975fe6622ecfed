package org.prakat.request.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.request.domain.Samples.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.common.event.Concern;
import org.prakat.common.event.DataPeriod;
import org.prakat.common.event.Warning;

class DoubtsTest {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    private static List<Warning> warnings(Draft draft) {
        return new Doubts(Optional.empty(), Map.of(), TODAY).about(draft);
    }

    private static Draft draft(String summary, LocalDate dataEnd, @Nullable Concern concern) {
        return new Draft(
                "ประกาศ",
                summary,
                "finance",
                "procurement",
                "งานพัสดุ",
                new DataPeriod(dataEnd.minusDays(1), dataEnd),
                null,
                null,
                null,
                null,
                false,
                concern,
                List.of());
    }

    @Test
    void aFormInOrderRaisesNoDoubt() {
        assertThat(warnings(draft("สรุปผล 1 234 567 บาท", OCTOBER, null))).isEmpty();
    }

    @Test
    void dataFromBeforeTheLastFiscalYearIsProbablyOutdated() {
        assertThat(warnings(draft("x", LocalDate.of(2025, 10, 1), null))).isEmpty();
        assertThat(warnings(draft("x", LocalDate.of(2025, 9, 30), null)))
                .containsExactly(new Warning("PROBABLY_OUTDATED", "dataPeriod", null));
    }

    @Test
    void theSameTitleOrFileIsALikelyDuplicateUnlessItIsMeant() {
        Doubts doubts = new Doubts(Optional.of("r7"), Map.of("f2", "r9"), TODAY);

        assertThat(doubts.about(draft("x", OCTOBER, null)))
                .containsExactly(
                        new Warning("LIKELY_DUPLICATE", "title", "r7"),
                        new Warning("LIKELY_DUPLICATE", "attachments.f2", "r9"));
        assertThat(doubts.about(draft("x", OCTOBER, new Concern(Concern.Kind.REPLACE, "r7"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "เลขประจำตัว 1101700230708 ของผู้ป่วย",
                "1-1017-00230-70-8",
                "1 1017 00230 70 8",
                "๑๑๐๑๗๐๐๒๓๐๗๐๘",
                "โทร 081-234-5678",
                "โทร. ๐๘๑ ๒๓๔ ๕๖๗๘",
                "0912345678",
                "042-841-234"
            })
    void numbersOfPersonsAreNoticedAndNotRepeated(String text) {
        assertThat(warnings(draft(text, OCTOBER, null))).containsExactly(new Warning("PERSONAL_DATA", "summary", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1101700230709",
                "เลขที่หนังสือ ลย 0032/12345",
                "งบประมาณ 12,345,678.90 บาท",
                "2569-11-25 ถึง 2569-12-31",
                "รหัส 11017002307081"
            })
    void otherNumbersAreNot(String text) {
        assertThat(warnings(draft(text, OCTOBER, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ofTenPossibleLastDigitsOneIsRightAndAnyOtherDigitBreaksIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            StringBuilder twelve = new StringBuilder();
            for (int digit = 0; digit < 12; digit++) {
                twelve.append(random.nextInt(10));
            }
            List<Integer> right = IntStream.range(0, 10)
                    .filter(last -> PersonalData.hasRightCheckDigit(twelve.toString() + last))
                    .boxed()
                    .toList();

            assertThat(right).hasSize(1);
        }
    }
}

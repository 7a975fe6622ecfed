package org.prakat.gateway.adapter.in.ui.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a line may end is shown by a stroke. */
class WordEndsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ส่งเสริม|สุขภาพ",
                "สร้างเสริม|สุขภาพ",
                "งาน|เผยแพร่|ข้อมูล",
                "ไข้เลือดออก",
                "สาธารณสุข|อำเภอ|วังสะพุง",
                "วันที่|เผยแพร่",
                "ชำนาญการพิเศษ",
                "สุขภาพจิต"
            })
    void aLineDoesNotEndWithinAWordOfTheOfficesField(String broken) {
        assertThat(broken(broken.replace("|", ""))).isEqualTo(broken);
    }

    @Test
    void whatElseIsWrittenEndsWhereTheDictionarySays() {
        assertThat(broken("ตู้เย็นใหม่ office 2.5")).isEqualTo("ตู้|เย็น|ใหม่ |office |2.5");
    }

    @Test
    void noLineBeginsWithWhatBelongsToTheWordBeforeIt() {
        assertThat(broken("(สุขภาพ) สุขภาพๆ “เผยแพร่”/เผยแพร่ ๑"))
                .isEqualTo("(สุขภาพ) |สุขภาพๆ |“เผยแพร่”/|เผยแพร่ |๑");
    }

    @Test
    void theBeginningOfALongerWordIsNotTakenForAWord() {
        assertThat(broken("คำขอ")).isEqualTo("คำขอ");
        assertThat(broken("คำขอบคุณ")).isEqualTo("คำ|ขอบคุณ");
    }

    private static String broken(String text) {
        BitSet ends = WordEnds.in(text);
        int last = text.length();
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < last; at++) {
            shown.append(at > 0 && ends.get(at) ? "|" : "").append(text.charAt(at));
        }
        assertThat(ends.get(last)).isTrue();
        return shown.toString();
    }
}

package org.prakat.gateway.adapter.in.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemarkTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "APPROVED_VERBALLY | TELEPHONE, สมชาย: มีพยาน | means.TELEPHONE | สมชาย: มีพยาน",
                "CORRECTED | title: เก่า → ใหม่ | field.title | เก่า → ใหม่",
                "TAKEN_DOWN | PERSONAL_DATA: มีรายชื่อ: ผู้ป่วย | cause.PERSONAL_DATA | มีรายชื่อ: ผู้ป่วย",
                "WITHDRAWN | Note: เลื่อนงาน | - | Note: เลื่อนงาน",
                "TAKEN_DOWN | เหตุผลเดิม | - | เหตุผลเดิม"
            })
    void aWordOfAFixedListIsToldFromWhatSomebodyWrote(String step, String noted, String key, String text) {
        assertThat(Remark.of(step, noted)).isEqualTo(new Remark(key, text));
    }
}

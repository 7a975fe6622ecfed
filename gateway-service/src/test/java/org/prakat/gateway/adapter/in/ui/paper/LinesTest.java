package org.prakat.gateway.adapter.in.ui.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.prakat.gateway.adapter.in.ui.paper.Lines.Line;
import org.prakat.gateway.adapter.in.ui.paper.Typeface.Setting;

class LinesTest {

    private static final float SIZE = 11;

    @Test
    void aLineEndsWhereAWordEndsThoughNoSpaceIsThere() {
        assertThat(lines("การจัดซื้อจัดจ้าง", 70)).containsExactly("การจัดซื้อ", "จัดจ้าง");
    }

    @Test
    void whatHasNoEndWithinALineIsCutBetweenLettersAndKeepsTheirMarks() {
        List<String> lines = lines("ก้".repeat(40), 100);

        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> line.startsWith("ก") && line.endsWith("้"));
        assertThat(String.join("", lines)).isEqualTo("ก้".repeat(40));
    }

    @Test
    void aLineFeedBeginsALineAndSpacesAtItsEndTakeNoRoom() {
        assertThat(lines("หนึ่ง\n\nสอง", 100)).containsExactly("หนึ่ง", "", "สอง");
        assertThat(Lines.of(List.of(Span.plain("จบ   ")), SIZE, 100).get(0).width())
                .isEqualTo(Lines.of(List.of(Span.plain("จบ")), SIZE, 100).get(0).width());
    }

    @Test
    void noLineIsWiderThanThePlaceForIt() {
        String text =
                "สรุปผลการดำเนินงานป้องกันและควบคุมโรคไข้เลือดออกในพื้นที่ https://example.org/a_long_name ".repeat(5);

        assertThat(Lines.of(List.of(Span.strong("รายละเอียด: "), Span.plain(text)), SIZE, 90))
                .allMatch(line -> line.width() <= 90);
    }

    private static List<String> lines(String text, float width) {
        return Lines.of(List.of(Span.plain(text)), SIZE, width).stream()
                .map(LinesTest::text)
                .toList();
    }

    private static String text(Line line) {
        return line.settings().stream().map(Setting::text).collect(Collectors.joining());
    }
}

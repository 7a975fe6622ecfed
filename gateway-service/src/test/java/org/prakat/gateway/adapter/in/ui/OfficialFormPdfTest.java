package org.prakat.gateway.adapter.in.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prakat.common.event.ActingFor;
import org.prakat.common.event.Announcement;
import org.prakat.common.event.DataPeriod;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.Text;
import org.prakat.common.web.FileView;
import org.prakat.gateway.adapter.in.ui.OfficialFormView.Decision;
import org.prakat.gateway.adapter.in.ui.OfficialFormView.MadeCheck;
import org.prakat.gateway.adapter.in.ui.OfficialFormView.Signature;
import org.prakat.gateway.adapter.in.ui.OfficialFormView.Signatures;
import org.prakat.gateway.adapter.in.ui.OfficialFormView.Submission;
import org.prakat.gateway.adapter.in.ui.OfficialFormView.Verbal;
import org.springframework.context.MessageSource;

/** The office's form as PDF. What is read out of it are the words that were written into it, by any reader's means. */
class OfficialFormPdfTest {

    private static final Locale THAI = Locale.forLanguageTag("th");
    private static final MessageSource TEXTS = new StaffUi().messageSource();
    private static final Instant SUBMITTED = Instant.parse("2026-11-24T17:30:00Z");

    /** Letters with marks on two storeys, below, before and apart; what is taken apart to be shown; and other scripts. */
    private static final String HARD =
            "น้ำดื่มที่ปั๊ม ผู้ซื้อกี่คน ญี่ปุ่น ฐานข้อมูล ฎีกา กตัญญู ก่ำ น้ำใจ office fi 2.5 ½ ฿100 “คำพูด” – จบ";

    @Test
    void itSaysEverythingThatThePageSays() throws Exception {
        FormSheet sheet = sheet(signed(HARD, 1));

        try (PDDocument pdf = read(pdf(sheet))) {
            String text = flat(text(pdf));
            assertThat(said(sheet)).allSatisfy(each -> assertThat(text).contains(flat(each)));
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void wordsAreFoundAsTheyWereTyped() throws Exception {
        try (PDDocument pdf = read(pdf(sheet(signed(HARD, 1))))) {
            String text = text(pdf);
            assertThat(text)
                    .contains("น้ำดื่มที่ปั๊ม ผู้ซื้อกี่คน ญี่ปุ่น ฐานข้อมูล ฎีกา")
                    .contains("กตัญญู ก่ำ น้ำใจ office fi 2.5 ½ ฿100 “คำพูด” – จบ")
                    .contains("หัวข้อ: น้ำดื่ม")
                    .contains("25 พฤศจิกายน 2569")
                    .contains("ลงชื่อ สมชาย รักงาน")
                    .contains("ตามคำสั่งที่ 12/2569")
                    .contains("เลขที่คำขอ r-1 หน้า 1 จาก 1");
        }
    }

    @Test
    void itTellsItsTitleAndLanguage() throws Exception {
        try (PDDocument pdf = read(pdf(sheet(signed(HARD, 1))))) {
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("แบบฟอร์มการเผยแพร่ข้อมูลผ่านทางเว็บไซต์ - " + HARD);
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("th");
            assertThat(pdf.getPage(0).getMediaBox()).hasToString(PDRectangle.A4.toString());
        }
    }

    @Test
    void aLongFormGoesOverPagesAndLosesNothing() throws Exception {
        FormSheet sheet = sheet(signed("รายละเอียดของน้ำประปาหมู่บ้าน ".repeat(20), 60));

        try (PDDocument pdf = read(pdf(sheet))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(4);
            String text = flat(text(pdf).replaceAll("เลขที่คำขอ r-1 หน้า \\d จาก 4", ""));
            assertThat(said(sheet)).allSatisfy(each -> assertThat(text).contains(flat(each)));
        }
    }

    @Test
    void aRefusedFormSaysWhyAndWhoHasNotSigned() throws Exception {
        OfficialFormView form = form(
                "เรื่องที่ไม่อนุญาต",
                1,
                new Decision(
                        "REJECTED", List.of(new RejectionReason("OTHER", "ยอดรวมไม่ตรงกับตาราง")), null, null, null),
                null,
                new Signatures(signature("สมชาย รักงาน", null, null), null, null));

        try (PDDocument pdf = read(pdf(sheet(form)))) {
            assertThat(text(pdf)).contains("ยอดรวมไม่ตรงกับตาราง").contains("ยังไม่ได้ลงชื่อ");
        }
    }

    @Test
    void theSameFormGivesTheSameBytes() throws Exception {
        assertThat(pdf(sheet(signed(HARD, 30)))).isEqualTo(pdf(sheet(signed(HARD, 30))));
    }

    private static byte[] pdf(FormSheet sheet) throws IOException {
        byte[] pdf = OfficialFormPdf.of(
                sheet, (page, pages) -> TEXTS.getMessage("officialForm.page", new Object[] {"r-1", page, pages}, THAI));
        Path seen = Files.createDirectories(Path.of("target", "seen"));
        Files.write(seen.resolve("form-" + sheet.boxes().get(9).items().size() + ".pdf"), pdf);
        return pdf;
    }

    private static PDDocument read(byte[] pdf) throws IOException {
        return Loader.loadPDF(pdf);
    }

    private static FormSheet sheet(OfficialFormView form) {
        return new FillSheet(TEXTS, THAI).with(form);
    }

    /** With the spaces that were written, without those that PDFBox would guess from where marks stand. */
    private static String text(PDDocument pdf) throws IOException {
        PDFTextStripper text = new PDFTextStripper();
        text.setSpacingTolerance(Float.MAX_VALUE);
        text.setAverageCharTolerance(Float.MAX_VALUE);
        return text.getText(pdf);
    }

    /** All that stands in a form. */
    private static List<String> said(FormSheet sheet) {
        return Stream.of(
                        Stream.of(sheet.title(), sheet.checksTitle()),
                        sheet.headings().stream(),
                        sheet.boxes().stream()
                                .flatMap(
                                        box -> Stream.concat(Stream.of(box.label(), box.text()), box.items().stream())),
                        sheet.checks().stream().flatMap(check -> Stream.of(check.label(), check.outcome())),
                        Stream.ofNullable(sheet.published()),
                        sheet.signatures().stream()
                                .flatMap(signature -> Stream.concat(
                                        Stream.of(signature.role(), signature.signed()), signature.lines().stream())))
                .flatMap(each -> each)
                .toList();
    }

    /** Without spaces: where lines end in the PDF, there are none in the text. */
    private static String flat(String text) {
        return text.replaceAll("\\s", "");
    }

    private static OfficialFormView signed(String title, int files) {
        return form(
                title,
                files,
                new Decision("APPROVED", List.of(), "เห็นควรเผยแพร่", null, person("วิชัย ขยัน")),
                new RequestView.Standing("news", 2570, 7, "/items/r-1", SUBMITTED, null),
                new Signatures(
                        signature("สมชาย รักงาน", null, null),
                        signature(
                                "สุดา ดีพร้อม",
                                "12/2569",
                                new Verbal(
                                        SUBMITTED,
                                        person("สมชาย รักงาน"),
                                        "อนุมัติทางโทรศัพท์ มีพยานสองคน",
                                        SUBMITTED,
                                        signature("สุดา ดีพร้อม", null, null))),
                        new Signature(
                                "วิชัย ขยัน",
                                "นักวิชาการคอมพิวเตอร์",
                                "13/2569",
                                SUBMITTED,
                                new ActingFor(person("หัวหน้า ตัวจริง"), "รักษาการ"),
                                null)));
    }

    private static OfficialFormView form(
            String title,
            int files,
            Decision decision,
            RequestView.@Nullable Standing standing,
            Signatures signatures) {
        return new OfficialFormView(
                "r-1",
                new Text("สำนักงานสาธารณสุขอำเภอวังสะพุง", "District Public Health Office"),
                new Announcement("แนวทางการเผยแพร่ข้อมูล", "สำนักงานสาธารณสุขอำเภอวังสะพุง", null, 2569),
                new Text("กลุ่มงานบริหารทั่วไป", "Administration"),
                new Text("ข่าวประชาสัมพันธ์", "News"),
                new Submission(
                        2,
                        asked(title),
                        IntStream.rangeClosed(1, files)
                                .mapToObj(OfficialFormPdfTest::file)
                                .toList(),
                        SUBMITTED),
                List.of(
                        new MadeCheck("2.1", "PASSED", null),
                        new MadeCheck("2.2", "PASSED", "ตรวจสอบกับต้นฉบับแล้ว"),
                        new MadeCheck("3.1", "PASSED", null)),
                decision,
                standing,
                signatures);
    }

    private static RequestView.Form asked(String title) {
        return new RequestView.Form(
                title,
                "สรุปผลการดำเนินงานป้องกันและควบคุมโรคไข้เลือดออกในพื้นที่อำเภอวังสะพุง จังหวัดเลย ".repeat(4),
                "admin",
                "news",
                "กลุ่มงานควบคุมโรค",
                new DataPeriod(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-31")),
                null,
                PublicationPeriod.days(30),
                "https://example.org/" + "a-long-address-without-any-space/".repeat(5),
                null,
                false,
                null,
                List.of());
    }

    private static FileView file(int number) {
        String name = number
                + "_รายงานผลการดำเนินงานโครงการน้ำสะอาดในหมู่บ้านที่อยู่ห่างไกลประจำปีงบประมาณ_ฉบับสมบูรณ์แก้ไขครั้งที่ "
                + number + ".pdf";
        return new FileView("f" + number, name, "pdf", "application/pdf", 1_600_000, number, "");
    }

    private static Person person(String name) {
        return new Person(name, name, "นักวิชาการสาธารณสุขชำนาญการ");
    }

    private static Signature signature(String name, @Nullable String order, @Nullable Verbal verbal) {
        return new Signature(name, "นักวิชาการสาธารณสุขชำนาญการ", order, SUBMITTED, null, verbal);
    }
}

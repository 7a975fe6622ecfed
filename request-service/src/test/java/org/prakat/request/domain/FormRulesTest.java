package org.prakat.request.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.request.domain.Samples.FINANCE;
import static org.prakat.request.domain.Samples.OFFICE;
import static org.prakat.request.domain.Samples.PROCUREMENT;
import static org.prakat.request.domain.Samples.RULES;
import static org.prakat.request.domain.Samples.TODAY;
import static org.prakat.request.domain.Samples.draft;
import static org.prakat.request.domain.Samples.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Concern;
import org.prakat.common.event.DataPeriod;
import org.prakat.common.event.EvidenceTag;
import org.prakat.common.event.PublicationPeriod;

class FormRulesTest {

    @Test
    void aWellFilledFormHasNoFault() {
        assertThat(RULES.faults(draft(), List.of(file("a")))).isEmpty();
    }

    @Test
    void allFaultsAreFoundAtOnce() {
        Draft empty = new Draft(null, " ", null, null, null, null, null, null, null, null, false, null, List.of());

        assertThat(faults(RULES, empty, List.of()))
                .containsExactlyInAnyOrder(
                        "title REQUIRED",
                        "summary REQUIRED",
                        "workGroup REQUIRED",
                        "category REQUIRED",
                        "source REQUIRED",
                        "dataPeriod REQUIRED",
                        "publicationPeriod REQUIRED",
                        "attachments FILE_OR_LINK_REQUIRED");
    }

    static Stream<Arguments> datesAndPeriods() {
        LocalDate yesterday = TODAY.minusDays(1);
        LocalDate tomorrow = TODAY.plusDays(1);
        DataPeriod past = new DataPeriod(yesterday, yesterday);
        PublicationPeriod quarter = PublicationPeriod.days(90);
        return Stream.of(
                Arguments.of(past, null, quarter, null),
                Arguments.of(new DataPeriod(TODAY, yesterday), null, quarter, "dataPeriod.end END_BEFORE_START"),
                Arguments.of(new DataPeriod(TODAY, TODAY.plusYears(1)), null, quarter, null),
                Arguments.of(new DataPeriod(tomorrow, tomorrow), null, quarter, "dataPeriod.start IN_THE_FUTURE"),
                Arguments.of(
                        new DataPeriod(LocalDate.of(2569, 1, 1), LocalDate.of(2569, 1, 31)),
                        null,
                        quarter,
                        "dataPeriod WRONG_ERA"),
                Arguments.of(past, TODAY, quarter, null),
                Arguments.of(past, yesterday, quarter, "wishedPublicationDate IN_THE_PAST"),
                Arguments.of(past, LocalDate.of(2569, 12, 1), quarter, "wishedPublicationDate WRONG_ERA"),
                Arguments.of(past, null, PublicationPeriod.years(1), null),
                Arguments.of(past, null, PublicationPeriod.days(366), "publicationPeriod PERIOD_TOO_LONG"),
                Arguments.of(past, null, PublicationPeriod.until(TODAY), null),
                Arguments.of(past, null, PublicationPeriod.until(yesterday), "publicationPeriod.lastDay IN_THE_PAST"),
                Arguments.of(past, tomorrow, PublicationPeriod.until(TODAY), "publicationPeriod.lastDay IN_THE_PAST"),
                Arguments.of(
                        past,
                        null,
                        PublicationPeriod.until(LocalDate.of(2570, 1, 1)),
                        "publicationPeriod.lastDay WRONG_ERA"));
    }

    @ParameterizedTest
    @MethodSource
    void datesAndPeriods(DataPeriod data, LocalDate wished, PublicationPeriod period, String fault) {
        Draft draft = new Draft(
                "t",
                "s",
                "finance",
                "procurement",
                "o",
                data,
                wished,
                period,
                "https://x.th",
                null,
                false,
                null,
                List.of());

        assertThat(faults(RULES, draft, List.of())).isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://x.th/a", "javascript:alert(1)", "https://", "x.th", "https://user@x.th", "http://a b"})
    void aLinkMustBeAWebAddress(String link) {
        assertThat(faults(RULES, withLink(link), List.of())).containsExactly("externalLink INVALID_LINK");
    }

    @Test
    void aFileMakesTheLinkUnnecessary() {
        assertThat(faults(RULES, withLink(null), List.of(file("a")))).isEmpty();
    }

    @Test
    void everyFileMustFitTheCategory() {
        Attachment picture = new Attachment("p", "p.png", "png", "image/png", 10, 1, "00", "k");
        Attachment large = new Attachment("l", "l.pdf", "pdf", "application/pdf", 1_000_001, 2, "00", "k");

        assertThat(faults(RULES, draft(), List.of(picture, large, file("a"), file("b"))))
                .containsExactlyInAnyOrder(
                        "attachments.p TYPE_NOT_PERMITTED",
                        "attachments.l FILE_TOO_LARGE",
                        "attachments TOO_MANY_FILES");
    }

    @Test
    void groupAndCategoryMustBeThoseOfTheOffice() {
        FormRules elsewhere = new FormRules("elsewhere", Optional.of(Samples.FINANCE), Optional.of(PROCUREMENT), TODAY);

        assertThat(faults(elsewhere, draft(), List.of()))
                .containsExactlyInAnyOrder("workGroup UNKNOWN", "category UNKNOWN");
    }

    @Test
    void lengthIsCountedInCharactersAndLimitedAlreadyInADraft() {
        assertThat(FormRules.faultsOfDraft(titled("ก".repeat(200)))).isEmpty();
        assertThat(FormRules.faultsOfDraft(titled("😀".repeat(200)))).isEmpty();
        assertThat(FormRules.faultsOfDraft(titled("ก".repeat(201))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("TOO_LONG"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ครึ่ง\ud800", "\udc00", "เสียง\u0007", "\u0000"})
    void halvesOfCharactersAndControlCharactersAreNoText(String title) {
        assertThat(FormRules.faultsOfDraft(titled(title))).singleElement().satisfies(fault -> assertThat(fault.code())
                .isEqualTo("INVALID_CHARACTERS"));
        assertThat(FormRules.faultsOfDraft(titled("สองบรรทัด\r\nและ\tย่อหน้า"))).isEmpty();
    }

    private static Draft titled(String title) {
        return new Draft(title, null, null, null, null, null, null, null, null, null, false, null, List.of());
    }

    @Test
    void anExtensionNeedsAReasonAndAPeriodAndNoFile() {
        Draft extension = about(Concern.Kind.EXTEND, "ยังต้องใช้", PublicationPeriod.days(30), List.of());

        assertThat(faults(RULES, extension, List.of())).isEmpty();
        assertThat(faults(RULES, about(Concern.Kind.EXTEND, null, null, List.of()), List.of()))
                .containsExactlyInAnyOrder("remark REQUIRED", "publicationPeriod REQUIRED");
    }

    @Test
    void anEarlyRemovalNeedsAReasonOnlyAndANewVersionIsJudgedLikeANewItem() {
        assertThat(faults(RULES, about(Concern.Kind.REMOVE, "ผิดพลาด", null, List.of()), List.of()))
                .isEmpty();
        assertThat(faults(
                        RULES,
                        about(Concern.Kind.REPLACE, "ฉบับใหม่", PublicationPeriod.days(30), List.of()),
                        List.of()))
                .containsExactly("attachments FILE_OR_LINK_REQUIRED");
    }

    @Test
    void theGuidelineMayAskForMore() {
        CategoryDefined strict = new CategoryDefined(
                "procurement",
                1,
                OFFICE,
                PROCUREMENT.name(),
                1,
                List.of(Samples.guideline(Set.of("attachments", "evidence", "remark"))),
                true);
        FormRules rules = new FormRules(OFFICE, Optional.of(FINANCE), Optional.of(strict), TODAY);

        assertThat(faults(rules, draft(), List.of()))
                .containsExactly("attachments REQUIRED", "evidence REQUIRED", "remark REQUIRED");
    }

    @Test
    void evidenceNamesAnItemAYearOfThisTimeAndAQuarter() {
        List<EvidenceTag> wrong = List.of(
                new EvidenceTag("MOIT 5", 2570, 4),
                new EvidenceTag(" ", 2570, null),
                new EvidenceTag("MOIT 5", 2027, null),
                new EvidenceTag("MOIT 5", 2570, 5));

        assertThat(faults(RULES, about(Concern.Kind.REMOVE, "x", null, wrong), List.of()))
                .containsExactly(
                        "evidence[1].item TOO_LONG",
                        "evidence[2].fiscalYear WRONG_ERA",
                        "evidence[3].quarter OUT_OF_RANGE");
    }

    private static Draft about(
            Concern.Kind kind,
            @Nullable String remark,
            @Nullable PublicationPeriod period,
            List<EvidenceTag> evidence) {
        Draft draft = draft();
        return new Draft(
                draft.title(),
                draft.summary(),
                draft.workGroup(),
                draft.category(),
                draft.source(),
                draft.dataPeriod(),
                null,
                period,
                null,
                remark,
                false,
                new Concern(kind, "r0"),
                evidence);
    }

    private static Draft withLink(String link) {
        Draft draft = draft();
        return new Draft(
                draft.title(),
                draft.summary(),
                draft.workGroup(),
                draft.category(),
                draft.source(),
                draft.dataPeriod(),
                draft.wishedPublicationDate(),
                draft.publicationPeriod(),
                link,
                null,
                false,
                null,
                List.of());
    }

    private static List<String> faults(FormRules rules, Draft draft, List<Attachment> files) {
        return rules.faults(draft, files).stream()
                .map(fault -> fault.field() + " " + fault.code())
                .toList();
    }
}

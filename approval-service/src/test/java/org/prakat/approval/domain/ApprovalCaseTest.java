package org.prakat.approval.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.approval.domain.Samples.HEAD;
import static org.prakat.approval.domain.Samples.HEADS_ORDER;
import static org.prakat.approval.domain.Samples.MALEE;
import static org.prakat.approval.domain.Samples.NEWS;
import static org.prakat.approval.domain.Samples.NOW;
import static org.prakat.approval.domain.Samples.TODAY;
import static org.prakat.approval.domain.Samples.WEBMASTER;
import static org.prakat.approval.domain.Samples.approval;
import static org.prakat.approval.domain.Samples.facts;
import static org.prakat.approval.domain.Samples.pending;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Result;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.Approved;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Check;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.RejectionReason;

class ApprovalCaseTest {

    private static final Optional<AppointmentOrderDefined> ORDER = Optional.of(HEADS_ORDER);
    private static final Rejection REJECTION =
            new Rejection(List.of(new Rejection.Reason("NOT_OUR_MISSION", " ไม่เกี่ยวข้องกับภารกิจ ")));

    @Test
    void anApprovalTellsWhoUnderWhichOrderWhatForHowLongAndByWhom() {
        Change<ApprovalCase> change =
                pending().approve(HEAD, ORDER, approval(), facts(), NOW).orElseThrow();

        assertThat(change.state().status()).isEqualTo(CaseStatus.APPROVED);
        Approved event = (Approved) change.event();
        assertThat(event.approver()).isEqualTo(HEAD);
        assertThat(event.order()).isEqualTo(HEADS_ORDER.reference());
        assertThat(event.checks()).containsExactly(new Check("2.1", null), new Check("2.2", "ตรวจกับต้นฉบับแล้ว"));
        assertThat(event.category()).isEqualTo("news");
        assertThat(event.publicationPeriod()).isEqualTo(PublicationPeriod.days(30));
        assertThat(event.webmaster()).isEqualTo(WEBMASTER);
        assertThat(event.digest()).isEqualTo(pending().digest());
        assertThat(event.attachments()).isEqualTo(pending().attachments());
    }

    @Test
    void aRejectionTellsTheReasonsInWords() {
        Change<ApprovalCase> change =
                pending().reject(HEAD, ORDER, REJECTION, NOW).orElseThrow();

        assertThat(change.state().status()).isEqualTo(CaseStatus.REJECTED);
        assertThat(((Rejected) change.event()).reasons())
                .containsExactly(new RejectionReason("NOT_OUR_MISSION", "ไม่เกี่ยวข้องกับภารกิจ"));
    }

    @Test
    void nobodyDecidesOnTheirOwnRequest() {
        assertThat(refusal(pending().approve(MALEE, ORDER, approval(), facts(), NOW)))
                .isEqualTo("FORBIDDEN OWN_REQUEST");
        assertThat(refusal(pending().reject(MALEE, ORDER, REJECTION, NOW))).isEqualTo("FORBIDDEN OWN_REQUEST");
    }

    @Test
    void withoutAValidOrderThereIsNoDecision() {
        assertThat(refusal(pending().approve(HEAD, Optional.empty(), approval(), facts(), NOW)))
                .isEqualTo("FORBIDDEN NO_VALID_ORDER");
        assertThat(refusal(pending().reject(HEAD, Optional.empty(), REJECTION, NOW)))
                .isEqualTo("FORBIDDEN NO_VALID_ORDER");
    }

    @Test
    void whatWasDecidedIsNotDecidedAgain() {
        ApprovalCase approved = pending()
                .approve(HEAD, ORDER, approval(), facts(), NOW)
                .orElseThrow()
                .state();
        ApprovalCase withdrawn = pending().withdraw().orElseThrow().state();

        assertThat(refusal(approved.reject(HEAD, ORDER, REJECTION, NOW))).isEqualTo("RULE ILLEGAL_TRANSITION");
        assertThat(refusal(approved.withdraw())).isEqualTo("RULE ILLEGAL_TRANSITION");
        assertThat(refusal(withdrawn.approve(HEAD, ORDER, approval(), facts(), NOW)))
                .isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    @Test
    void allFaultsOfAnApprovalAreFoundAtOnce() {
        Approval empty = new Approval(false, null, false, "x".repeat(1_001), null, null, null, null);

        assertThat(faults(empty, facts()))
                .containsExactlyInAnyOrder(
                        "guidelineChecked CHECK_REQUIRED",
                        "contentChecked CHECK_REQUIRED",
                        "contentRemark TOO_LONG",
                        "category REQUIRED",
                        "publicationPeriod REQUIRED",
                        "webmaster REQUIRED");
    }

    @Test
    void theCategoryMustBeKnownInUseAndPermitTheFiles() {
        assertThat(faults(approval(), with(Optional.empty()))).containsExactly("category UNKNOWN");
        assertThat(faults(approval(), with(Optional.of(category(List.of("pdf"), 1_000, false)))))
                .containsExactly("category NOT_ACTIVE");
        assertThat(faults(approval(), with(Optional.of(category(List.of("png"), 1_000, true)))))
                .containsExactly("category FILES_NOT_PERMITTED");
        assertThat(faults(approval(), with(Optional.of(category(List.of("pdf"), 9, true)))))
                .containsExactly("category FILES_NOT_PERMITTED");
    }

    @Test
    void thePeriodMustNotBeOverNorLongerThanTheCategoryAllows() {
        assertThat(faults(withPeriod(PublicationPeriod.days(181)), facts()))
                .containsExactly("publicationPeriod PERIOD_TOO_LONG");
        assertThat(faults(withPeriod(PublicationPeriod.until(TODAY.minusDays(1))), facts()))
                .containsExactly("publicationPeriod.lastDay IN_THE_PAST");
        assertThat(pending()
                        .approve(HEAD, ORDER, withPeriod(PublicationPeriod.until(TODAY)), facts(), NOW)
                        .isOk())
                .isTrue();
    }

    @Test
    void theWebmasterMustBeAppointed() {
        Approval.Facts nobody = new Approval.Facts(Optional.of(NEWS), Optional.empty(), TODAY);

        assertThat(faults(approval(), nobody)).containsExactly("webmaster NO_VALID_ORDER");
    }

    @Test
    void aRejectionNeedsKnownReasonsEachExplained() {
        Rejection wrong =
                new Rejection(List.of(new Rejection.Reason("BECAUSE", "x"), new Rejection.Reason("OTHER", " ")));

        assertThat(codes(pending().reject(HEAD, ORDER, new Rejection(List.of()), NOW)))
                .containsExactly("reasons REQUIRED");
        assertThat(codes(pending().reject(HEAD, ORDER, wrong, NOW)))
                .containsExactly("reasons[0].code UNKNOWN", "reasons[1].explanation REQUIRED");
    }

    private static CategoryDefined category(List<String> extensions, long maxSize, boolean active) {
        return new CategoryDefined(
                NEWS.id(),
                2,
                NEWS.office(),
                NEWS.name(),
                1,
                extensions,
                maxSize,
                5,
                NEWS.defaultPeriod(),
                NEWS.longestPeriod(),
                active);
    }

    private static Approval.Facts with(Optional<CategoryDefined> category) {
        return new Approval.Facts(category, Optional.of(WEBMASTER), TODAY);
    }

    private static Approval withPeriod(PublicationPeriod period) {
        return new Approval(true, null, true, null, "news", period, "webmaster", null);
    }

    private static List<String> faults(Approval approval, Approval.Facts facts) {
        return codes(pending().approve(HEAD, ORDER, approval, facts, NOW));
    }

    private static List<String> codes(Result<?> result) {
        return ((Result.Refused<?>) result)
                .refusal().faults().stream()
                        .map(fault -> fault.field() + " " + fault.code())
                        .toList();
    }

    private static String refusal(Result<?> result) {
        Refusal refusal = ((Result.Refused<?>) result).refusal();
        return refusal.reason() + " " + refusal.code();
    }
}

package org.prakat.approval.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.approval.domain.Samples.DUE;
import static org.prakat.approval.domain.Samples.HEAD;
import static org.prakat.approval.domain.Samples.HEADS;
import static org.prakat.approval.domain.Samples.HEADS_ORDER;
import static org.prakat.approval.domain.Samples.MALEE;
import static org.prakat.approval.domain.Samples.NEWS;
import static org.prakat.approval.domain.Samples.NOW;
import static org.prakat.approval.domain.Samples.REASONS;
import static org.prakat.approval.domain.Samples.TODAY;
import static org.prakat.approval.domain.Samples.WEBMASTER;
import static org.prakat.approval.domain.Samples.approval;
import static org.prakat.approval.domain.Samples.confirmation;
import static org.prakat.approval.domain.Samples.facts;
import static org.prakat.approval.domain.Samples.pending;
import static org.prakat.approval.domain.Samples.submitted;
import static org.prakat.approval.domain.Samples.verbalRecord;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Result;
import org.prakat.common.event.ActingFor;
import org.prakat.common.event.Approved;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.ChangesRequested;
import org.prakat.common.event.Check;
import org.prakat.common.event.Due;
import org.prakat.common.event.Person;
import org.prakat.common.event.ProcedureStep;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.VerbalApprovalConfirmed;
import org.prakat.common.event.VerbalApprovalRefused;
import org.prakat.common.event.Warning;
import org.prakat.common.event.WarningAnswer;

class ApprovalCaseTest {

    private static final Optional<Authority> ORDER = Optional.of(HEADS);
    private static final Rejection REJECTION =
            new Rejection(List.of(new Rejection.Reason("NOT_OUR_MISSION", " ไม่เกี่ยวข้องกับภารกิจ ")));

    @Test
    void anApprovalTellsWhoUnderWhichOrderWhatForHowLongAndByWhom() {
        Change<ApprovalCase> change =
                pending().approve(HEAD, ORDER, approval(), facts(), DUE, NOW).orElseThrow();

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
                pending().reject(HEAD, ORDER, REJECTION, REASONS, NOW).orElseThrow();

        assertThat(change.state().status()).isEqualTo(CaseStatus.REJECTED);
        assertThat(((Rejected) change.event()).reasons())
                .containsExactly(new RejectionReason("NOT_OUR_MISSION", "ไม่เกี่ยวข้องกับภารกิจ"));
    }

    @Test
    void nobodyDecidesOnTheirOwnRequest() {
        assertThat(refusal(pending().approve(MALEE, ORDER, approval(), facts(), DUE, NOW)))
                .isEqualTo("FORBIDDEN OWN_REQUEST");
        assertThat(refusal(pending().reject(MALEE, ORDER, REJECTION, REASONS, NOW)))
                .isEqualTo("FORBIDDEN OWN_REQUEST");
    }

    @Test
    void withoutAValidOrderThereIsNoDecision() {
        assertThat(refusal(pending().approve(HEAD, Optional.empty(), approval(), facts(), DUE, NOW)))
                .isEqualTo("FORBIDDEN NO_VALID_ORDER");
        assertThat(refusal(pending().reject(HEAD, Optional.empty(), REJECTION, REASONS, NOW)))
                .isEqualTo("FORBIDDEN NO_VALID_ORDER");
    }

    @Test
    void whatWasDecidedIsNotDecidedAgain() {
        ApprovalCase approved = pending()
                .approve(HEAD, ORDER, approval(), facts(), DUE, NOW)
                .orElseThrow()
                .state();
        ApprovalCase withdrawn = pending().withdraw().orElseThrow().state();

        assertThat(refusal(approved.reject(HEAD, ORDER, REJECTION, REASONS, NOW)))
                .isEqualTo("RULE ILLEGAL_TRANSITION");
        assertThat(refusal(approved.withdraw())).isEqualTo("RULE ILLEGAL_TRANSITION");
        assertThat(refusal(withdrawn.approve(HEAD, ORDER, approval(), facts(), DUE, NOW)))
                .isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    @Test
    void allFaultsOfAnApprovalAreFoundAtOnce() {
        Approval empty = new Approval(false, null, false, "x".repeat(1_001), null, null, null, null, null);

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
                        .approve(HEAD, ORDER, withPeriod(PublicationPeriod.until(TODAY)), facts(), DUE, NOW)
                        .isOk())
                .isTrue();
    }

    @Test
    void theWebmasterMustBeAppointed() {
        Assignment.Facts nobody = new Assignment.Facts(Optional.of(NEWS), Optional.empty(), TODAY);

        assertThat(faults(approval(), nobody)).containsExactly("webmaster NO_VALID_ORDER");
    }

    @Test
    void aRejectionNeedsKnownReasonsEachExplained() {
        Rejection wrong =
                new Rejection(List.of(new Rejection.Reason("BECAUSE", "x"), new Rejection.Reason("OTHER", " ")));

        assertThat(codes(pending().reject(HEAD, ORDER, new Rejection(List.of()), REASONS, NOW)))
                .containsExactly("reasons REQUIRED");
        assertThat(codes(pending().reject(HEAD, ORDER, wrong, REASONS, NOW)))
                .containsExactly("reasons[0].code UNKNOWN", "reasons[1].explanation REQUIRED");
    }

    @Test
    void theApproverMayAskForChangesFirst() {
        Change<ApprovalCase> change =
                pending().requestChanges(HEAD, ORDER, REJECTION, REASONS, NOW).orElseThrow();

        assertThat(change.state().status()).isEqualTo(CaseStatus.CHANGES_REQUESTED);
        assertThat(((ChangesRequested) change.event()).reasons().get(0).explanation())
                .isEqualTo("ไม่เกี่ยวข้องกับภารกิจ");
        assertThat(refusal(pending().requestChanges(MALEE, ORDER, REJECTION, REASONS, NOW)))
                .isEqualTo("FORBIDDEN OWN_REQUEST");
    }

    @Test
    void everyWarningIsAnswered() {
        Warning outdated = new Warning("PROBABLY_OUTDATED", "dataPeriod", null);
        ApprovalCase doubted = ApprovalCase.of(submitted("r1", MALEE, false, List.of(outdated)), NOW);
        WarningAnswer answer = new WarningAnswer("PROBABLY_OUTDATED", "dataPeriod", "เป็นข้อมูลย้อนหลังที่ต้องเปิดเผย");

        assertThat(codes(doubted.approve(HEAD, ORDER, approval(), facts(), DUE, NOW)))
                .containsExactly("answers.PROBABLY_OUTDATED.dataPeriod ANSWER_REQUIRED");
        Approved event = (Approved) doubted.approve(HEAD, ORDER, answering(answer), facts(), DUE, NOW)
                .orElseThrow()
                .event();
        assertThat(event.answers()).containsExactly(answer);
    }

    private static Approval answering(WarningAnswer answer) {
        return new Approval(
                true, null, true, null, List.of(answer), "news", PublicationPeriod.days(30), "webmaster", null);
    }

    @Test
    void aDeputyDecidesInTheHeadsPlaceAndTheRecordNamesBoth() {
        Person deputy = new Person("deputy", "อนันต์", "นักวิชาการ");
        ActingFor acting = new ActingFor(HEAD, "ACTING_ON_BEHALF");
        Authority asDeputy = new Authority(Samples.deputysOrder().reference(), acting);

        Approved event = (Approved) pending()
                .approve(deputy, Optional.of(asDeputy), approval(), facts(), DUE, NOW)
                .orElseThrow()
                .event();

        assertThat(event.approver()).isEqualTo(deputy);
        assertThat(event.actingFor()).isEqualTo(acting);
        assertThat(event.order().number()).isEqualTo("15/2569");
    }

    private static ApprovalCase urgent() {
        return ApprovalCase.of(submitted("r1", MALEE, true), NOW);
    }

    private static VerbalRecord.Speaker head() {
        return new VerbalRecord.Speaker(Optional.of(HEAD), Optional.of(HEADS));
    }

    private static Result<Change<ApprovalCase>> record(ApprovalCase found, VerbalRecord record) {
        return found.recordVerbal(WEBMASTER, true, record, head(), facts(), DUE, DUE, NOW);
    }

    private static ApprovalCase verbally() {
        return record(urgent(), verbalRecord()).orElseThrow().state();
    }

    @Test
    void anUrgentRequestGoesOnAtOnceByWordOfMouth() {
        Change<ApprovalCase> change = record(urgent(), verbalRecord()).orElseThrow();

        assertThat(change.state().status()).isEqualTo(CaseStatus.APPROVED_VERBALLY);
        Approved event = (Approved) change.event();
        assertThat(event.approver()).isEqualTo(HEAD);
        assertThat(event.checks()).isEmpty();
        assertThat(event.verbal().recordedBy()).isEqualTo(WEBMASTER);
        assertThat(event.verbal().means()).isEqualTo("TELEPHONE");
        assertThat(event.verbal().confirmation()).isEqualTo(DUE);
    }

    @Test
    void aVerbalApprovalIsForUrgentRequestsAndNotRecordedByTheApproverNorForTheirOwn() {
        assertThat(refusal(record(pending(), verbalRecord()))).isEqualTo("RULE NOT_URGENT");
        assertThat(refusal(urgent().recordVerbal(HEAD, true, verbalRecord(), head(), facts(), DUE, DUE, NOW)))
                .isEqualTo("FORBIDDEN FORBIDDEN");
        assertThat(refusal(urgent().recordVerbal(WEBMASTER, false, verbalRecord(), head(), facts(), DUE, DUE, NOW)))
                .isEqualTo("FORBIDDEN FORBIDDEN");
        ApprovalCase headsOwn = ApprovalCase.of(submitted("r1", HEAD, true), NOW);
        assertThat(refusal(record(headsOwn, verbalRecord()))).isEqualTo("FORBIDDEN OWN_REQUEST");
        assertThat(refusal(record(verbally(), verbalRecord()))).isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    @Test
    void theRecordSaysWhoWhenHowAndWhatBearsItOut() {
        VerbalRecord empty = new VerbalRecord(null, null, null, " ", null, null, null, null);
        VerbalRecord bySmoke =
                new VerbalRecord("head", NOW, "SMOKE", "x", "news", PublicationPeriod.days(30), "webmaster", null);
        VerbalRecord tomorrow = new VerbalRecord(
                "head", NOW.plusSeconds(1), "TELEPHONE", "x", "news", PublicationPeriod.days(30), "webmaster", null);
        VerbalRecord before = new VerbalRecord(
                "head", NOW.minusSeconds(1), "TELEPHONE", "x", "news", PublicationPeriod.days(30), "webmaster", null);

        assertThat(codes(record(urgent(), empty)))
                .containsExactlyInAnyOrder(
                        "approver REQUIRED",
                        "saidAt REQUIRED",
                        "means REQUIRED",
                        "note REQUIRED",
                        "category REQUIRED",
                        "publicationPeriod REQUIRED",
                        "webmaster REQUIRED");
        assertThat(codes(record(urgent(), bySmoke))).containsExactly("means UNKNOWN");
        assertThat(codes(record(urgent(), tomorrow))).containsExactly("saidAt IN_THE_FUTURE");
        assertThat(codes(record(urgent(), before))).containsExactly("saidAt BEFORE_THE_SUBMISSION");
        VerbalRecord.Speaker nobody = new VerbalRecord.Speaker(Optional.of(HEAD), Optional.empty());
        assertThat(codes(urgent().recordVerbal(WEBMASTER, true, verbalRecord(), nobody, facts(), DUE, DUE, NOW)))
                .containsExactly("approver NO_VALID_ORDER");
    }

    @Test
    void theConfirmationIsPinnedToTheSameDigest() {
        Change<ApprovalCase> confirmed =
                verbally().confirm(HEAD, ORDER, confirmation(), NOW).orElseThrow();

        assertThat(confirmed.state().status()).isEqualTo(CaseStatus.APPROVED);
        VerbalApprovalConfirmed event = (VerbalApprovalConfirmed) confirmed.event();
        assertThat(event.digest()).isEqualTo(urgent().digest());
        assertThat(event.checks()).hasSize(2);
        assertThat(refusal(confirmed.state().confirm(HEAD, ORDER, confirmation(), NOW)))
                .isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    @Test
    void whoDidNotSayItDoesNotConfirmIt() {
        Person other = new Person("other", "ผู้อื่น", "หัวหน้ากลุ่มงาน");

        assertThat(refusal(verbally().confirm(other, ORDER, confirmation(), NOW)))
                .isEqualTo("FORBIDDEN NOT_THE_APPROVER");
        assertThat(refusal(verbally().confirm(MALEE, ORDER, confirmation(), NOW)))
                .startsWith("FORBIDDEN");
        Authority deputy = new Authority(HEADS.order(), new ActingFor(HEAD, "IN_CHARGE"));
        assertThat(verbally()
                        .confirm(other, Optional.of(deputy), confirmation(), NOW)
                        .isOk())
                .isTrue();
    }

    @Test
    void aRefusedConfirmationKeepsWhatWasSaid() {
        Change<ApprovalCase> refused = verbally()
                .refuseConfirmation(HEAD, ORDER, REJECTION, REASONS, NOW)
                .orElseThrow();

        assertThat(refused.state().status()).isEqualTo(CaseStatus.REJECTED);
        assertThat(refused.state().earlier()).hasSize(1);
        assertThat(refused.event()).isInstanceOf(VerbalApprovalRefused.class);
    }

    @Test
    void whatTheWebmasterSendsBackIsDecidedAnew() {
        ApprovalCase approved = pending()
                .approve(HEAD, ORDER, approval(), facts(), DUE, NOW)
                .orElseThrow()
                .state();
        List<RejectionReason> reasons = List.of(new RejectionReason("OTHER", "ผิดหมวด"));

        ApprovalCase again = approved.reopen(reasons, DUE).orElseThrow().state();

        assertThat(again.status()).isEqualTo(CaseStatus.PENDING);
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.returned()).isEqualTo(reasons);
        assertThat(again.earlier()).containsExactly(approved.decision());
        assertThat(again.approve(HEAD, ORDER, approval(), facts(), DUE, NOW).isOk())
                .isTrue();
        assertThat(refusal(pending().reopen(reasons, DUE))).isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    @Test
    void aCaseThatWasHandedOverIsTheOthersAlone() {
        Person other = new Person("other", "ผู้อื่น", "หัวหน้ากลุ่มงาน");
        Person admin = new Person("admin", "สุดา", "ผู้ดูแลระบบ");

        ApprovalCase handed = pending()
                .handOver(admin, other, ORDER, "หัวหน้าไปราชการ")
                .orElseThrow()
                .state();

        assertThat(refusal(handed.approve(HEAD, ORDER, approval(), facts(), DUE, NOW)))
                .isEqualTo("FORBIDDEN HANDED_OVER");
        assertThat(handed.approve(other, ORDER, approval(), facts(), DUE, NOW).isOk())
                .isTrue();
        assertThat(codes(pending().handOver(admin, MALEE, Optional.empty(), " ")))
                .containsExactly("to NO_VALID_ORDER", "to OWN_REQUEST", "explanation REQUIRED");
    }

    @Test
    void onlyWhatWaitsIsOverdue() {
        assertThat(overdue(pending(), ProcedureStep.APPROVAL, DUE)).isEqualTo("overdue");
        assertThat(overdue(verbally(), ProcedureStep.CONFIRMATION, DUE)).isEqualTo("overdue");
        assertThat(overdue(verbally(), ProcedureStep.APPROVAL, DUE)).isEqualTo("RULE ILLEGAL_TRANSITION");
        ApprovalCase withdrawn = pending().withdraw().orElseThrow().state();
        assertThat(overdue(withdrawn, ProcedureStep.APPROVAL, DUE)).isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    @Test
    void whatWasDueInAnEarlierRoundMakesNothingOverdue() {
        Due next = new Due(DUE.remindAt().plusSeconds(86_400), DUE.at().plusSeconds(86_400));
        ApprovalCase approved = pending()
                .approve(HEAD, ORDER, approval(), facts(), DUE, NOW)
                .orElseThrow()
                .state();
        ApprovalCase reopened = approved.reopen(List.of(), next).orElseThrow().state();

        assertThat(overdue(reopened, ProcedureStep.APPROVAL, DUE)).isEqualTo("RULE ILLEGAL_TRANSITION");
        assertThat(overdue(reopened, ProcedureStep.APPROVAL, next)).isEqualTo("overdue");
    }

    private static String overdue(ApprovalCase waiting, ProcedureStep step, Due until) {
        Result<Change<ApprovalCase>> marked = waiting.markOverdue(step, until.at());
        return marked.isOk() && marked.orElseThrow().state().overdue() ? "overdue" : refusal(marked);
    }

    private static CategoryDefined category(List<String> extensions, long maxSize, boolean active) {
        return new CategoryDefined(
                NEWS.id(), 2, NEWS.office(), NEWS.name(), 1, List.of(Samples.guideline(extensions, maxSize)), active);
    }

    private static Assignment.Facts with(Optional<CategoryDefined> category) {
        return new Assignment.Facts(category, Optional.of(WEBMASTER), TODAY);
    }

    private static Approval withPeriod(PublicationPeriod period) {
        return new Approval(true, null, true, null, List.of(), "news", period, "webmaster", null);
    }

    private static List<String> faults(Approval approval, Assignment.Facts facts) {
        return codes(pending().approve(HEAD, ORDER, approval, facts, DUE, NOW));
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

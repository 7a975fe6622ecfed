package org.prakat.request.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.request.domain.Samples.DUE;
import static org.prakat.request.domain.Samples.MALEE;
import static org.prakat.request.domain.Samples.NONE;
import static org.prakat.request.domain.Samples.NOW;
import static org.prakat.request.domain.Samples.RULES;
import static org.prakat.request.domain.Samples.submitted;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.event.ActingFor;
import org.prakat.common.event.Check;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.VerbalApproval;
import org.prakat.common.event.WarningAnswer;
import org.prakat.request.domain.OfficialForm.MadeCheck;
import org.prakat.request.domain.OfficialForm.Outcome;
import org.prakat.request.domain.OfficialForm.Signature;
import org.prakat.request.domain.OfficialForm.Verbal;
import org.prakat.request.domain.TimelineEntry.Step;

class OfficialFormTest {

    private static final Person HEAD = new Person("head", "สมชาย รักงาน", "หัวหน้ากลุ่มงาน");
    private static final Person WEBMASTER = new Person("wichai", "วิชัย ขยัน", "นักวิชาการคอมพิวเตอร์");
    private static final List<Check> CHECKS = List.of(new Check("2.1", "ตามกรอบ"), new Check("2.2", null));
    private static final List<RejectionReason> REASONS = List.of(new RejectionReason("INCORRECT", "ยอดรวมไม่ตรง"));
    private static final ActingFor IN_CHARGE = new ActingFor(HEAD, "IN_CHARGE");
    private static final VerbalApproval SAID =
            new VerbalApproval(MALEE, NOW.plusSeconds(5), "TELEPHONE", "ต่อหน้าพยาน", DUE);

    @Test
    void aFormThatWasJustSubmittedIsSignedByItsOwnerAlone() {
        OfficialForm form = form(submitted());

        assertThat(form.submitted().form().title()).isEqualTo("ประกาศผลการจัดซื้อ");
        assertThat(form.checks()).containsExactly(open("2.1"), open("2.2"), open("3.1"));
        assertThat(form.decision()).isNull();
        assertThat(form.signatures().owner())
                .isEqualTo(new Signature("มาลี ใจดี", "นักวิชาการสาธารณสุข", null, NOW, null, null));
        assertThat(form.signatures().approver()).isNull();
        assertThat(form.signatures().webmaster()).isNull();
    }

    @Test
    void theApproverSignsForTheChecksAndTheDecisionTheWebmasterForThePublication() {
        PublicationRequest request = noted(
                noted(submitted(), allowed(Step.APPROVED, 10, CHECKS, IN_CHARGE, null)),
                plain(Step.APPROVAL_OVERDUE, 11, null, List.of()));
        Standing standing = new Standing("news", 2570, 7, "/items/r1", at(20), null, null);
        request = request.notePublished(standing, plain(Step.PUBLISHED, 20, WEBMASTER, List.of()))
                .orElseThrow()
                .state();

        OfficialForm form = form(request);

        assertThat(form.checks())
                .containsExactly(
                        new MadeCheck("2.1", Outcome.PASSED, "ตามกรอบ"),
                        new MadeCheck("2.2", Outcome.PASSED, null),
                        new MadeCheck("3.1", Outcome.PASSED, null));
        assertThat(form.decision())
                .isEqualTo(new OfficialForm.Decision(
                        Step.APPROVED,
                        List.of(),
                        "เห็นชอบ",
                        "news",
                        PublicationPeriod.days(30),
                        WEBMASTER,
                        List.of(new WarningAnswer("LIKELY_DUPLICATE", "title", "คนละเรื่อง"))));
        assertThat(form.standing()).isEqualTo(standing);
        assertThat(form.signatures().approver())
                .isEqualTo(new Signature("สมชาย รักงาน", "หัวหน้ากลุ่มงาน", "12/2569", at(10), IN_CHARGE, null));
        assertThat(form.signatures().webmaster())
                .isEqualTo(new Signature(WEBMASTER.name(), WEBMASTER.position(), "12/2569", at(20), null, null));
    }

    @Test
    void anApprovalByWordOfMouthSaysHowAndByWhomItWasRecordedAndWhenItWasConfirmed() {
        PublicationRequest said = noted(submitted(), allowed(Step.APPROVED_VERBALLY, 10, List.of(), null, SAID));
        assertThat(form(said).checks()).contains(open("2.1"), open("2.2"));
        assertThat(form(said).signatures().approver().verbal())
                .isEqualTo(new Verbal("TELEPHONE", at(5), MALEE, at(10), "ต่อหน้าพยาน", DUE.at(), null));

        OfficialForm confirmed =
                form(noted(said, entry(Step.VERBAL_APPROVAL_CONFIRMED, 30, HEAD, List.of(), CHECKS, null)));

        assertThat(confirmed.checks()).contains(new MadeCheck("2.1", Outcome.PASSED, "ตามกรอบ"));
        assertThat(confirmed.decision().outcome()).isEqualTo(Step.APPROVED_VERBALLY);
        assertThat(confirmed.signatures().approver().verbal().confirmation())
                .isEqualTo(new Signature(HEAD.name(), HEAD.position(), "12/2569", at(30), null, null));
    }

    @Test
    void whatTheApproverDoesNotConfirmWasNotAllowed() {
        OfficialForm form = form(noted(
                noted(submitted(), allowed(Step.APPROVED_VERBALLY, 10, List.of(), null, SAID)),
                plain(Step.VERBAL_APPROVAL_REFUSED, 30, HEAD, REASONS)));

        assertThat(form.decision().outcome()).isEqualTo(Step.VERBAL_APPROVAL_REFUSED);
        assertThat(form.decision().reasons()).isEqualTo(REASONS);
        assertThat(form.signatures().approver().verbal().confirmation()).isNull();
    }

    @Test
    void aRefusalHasItsReasonsAndLeavesTheChecksOpen() {
        OfficialForm form = form(noted(submitted(), plain(Step.REJECTED, 10, HEAD, REASONS)));

        assertThat(form.decision().outcome()).isEqualTo(Step.REJECTED);
        assertThat(form.decision().reasons()).isEqualTo(REASONS);
        assertThat(form.checks()).contains(open("2.1"), open("2.2"));
        assertThat(form.signatures().approver().orderNumber()).isEqualTo("12/2569");
    }

    @Test
    void whatGoesBackToTheApproverIsOpenUntilItIsDecidedAnew() {
        PublicationRequest back = noted(
                noted(submitted(), allowed(Step.APPROVED, 10, CHECKS, null, null)),
                plain(Step.RETURNED_TO_APPROVER, 20, WEBMASTER, REASONS));
        assertThat(form(back).decision()).isNull();
        assertThat(form(back).checks()).contains(new MadeCheck("3.1", Outcome.NOT_PASSED, "ยอดรวมไม่ตรง"));

        OfficialForm anew = form(noted(back, allowed(Step.APPROVED, 30, CHECKS, null, null)));

        assertThat(anew.decision().outcome()).isEqualTo(Step.APPROVED);
        assertThat(anew.checks()).contains(open("3.1"));
        assertThat(anew.signatures().webmaster()).isNull();
    }

    @Test
    void whatIsScheduledWasCheckedThenUnlessTheTimeIsCalledOff() {
        PublicationRequest scheduled = noted(submitted(), plain(Step.SCHEDULED, 20, WEBMASTER, List.of()));
        assertThat(form(noted(scheduled, plain(Step.PUBLISHED, 60, WEBMASTER, List.of())))
                        .signatures()
                        .webmaster()
                        .at())
                .isEqualTo(at(20));
        assertThat(form(noted(scheduled, plain(Step.SCHEDULE_CANCELLED, 30, WEBMASTER, List.of())))
                        .checks())
                .contains(open("3.1"));
    }

    @Test
    void anApprovalThatBecomesKnownAfterThePublicationOfTheSameMomentTakesNothingAway() {
        OfficialForm form = form(noted(
                noted(submitted(), plain(Step.PUBLISHED, 10, WEBMASTER, List.of())),
                allowed(Step.APPROVED, 10, CHECKS, null, null)));

        assertThat(form.checks()).contains(new MadeCheck("3.1", Outcome.PASSED, null));
    }

    @Test
    void everySubmissionHasAFormOfItsOwn() {
        PublicationRequest refused = submitted()
                .note(RequestStatus.REJECTED, plain(Step.REJECTED, 10, HEAD, REASONS))
                .flatMap(change -> change.state().revise(at(20)))
                .flatMap(change -> change.state().submit(RULES, NONE, DUE, at(30)))
                .orElseThrow()
                .state();

        assertThat(form(refused).submitted().number()).isEqualTo(2);
        assertThat(form(refused).decision()).isNull();
        assertThat(refused.form(1).orElseThrow().decision().outcome()).isEqualTo(Step.REJECTED);
        assertThat(refused.form(3)).isInstanceOfSatisfying(Result.Refused.class, no -> assertThat(
                        no.refusal().reason())
                .isEqualTo(Reason.NOT_FOUND));
        assertThat(Samples.begun().form(null).isOk())
                .as("a draft is no form yet")
                .isFalse();
    }

    private static OfficialForm form(PublicationRequest request) {
        return request.form(null).orElseThrow();
    }

    private static PublicationRequest noted(PublicationRequest request, TimelineEntry entry) {
        return request.note(entry).orElseThrow().state();
    }

    private static MadeCheck open(String step) {
        return new MadeCheck(step, Outcome.OPEN, null);
    }

    private static Instant at(long second) {
        return NOW.plusSeconds(second);
    }

    private static TimelineEntry allowed(
            Step step, long second, List<Check> checks, @Nullable ActingFor acting, @Nullable VerbalApproval verbal) {
        Allowance allowance = new Allowance(
                "news",
                PublicationPeriod.days(30),
                "เห็นชอบ",
                List.of(new WarningAnswer("LIKELY_DUPLICATE", "title", "คนละเรื่อง")),
                acting,
                verbal,
                DUE);
        return entry(step, second, HEAD, List.of(), checks, allowance);
    }

    private static TimelineEntry plain(Step step, long second, @Nullable Person by, List<RejectionReason> reasons) {
        return entry(step, second, by, reasons, List.of(), null);
    }

    private static TimelineEntry entry(
            Step step,
            long second,
            @Nullable Person by,
            List<RejectionReason> reasons,
            List<Check> checks,
            @Nullable Allowance allowance) {
        Person to = allowance == null ? null : WEBMASTER;
        return new TimelineEntry(at(second), 1, step, by, "12/2569", null, reasons, null, to, checks, allowance);
    }
}

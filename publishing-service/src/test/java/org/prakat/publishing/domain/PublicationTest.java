package org.prakat.publishing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.publishing.domain.Samples.DUE;
import static org.prakat.publishing.domain.Samples.GUIDELINE;
import static org.prakat.publishing.domain.Samples.HEAD;
import static org.prakat.publishing.domain.Samples.MALEE;
import static org.prakat.publishing.domain.Samples.NOW;
import static org.prakat.publishing.domain.Samples.OFFICE;
import static org.prakat.publishing.domain.Samples.ORDER;
import static org.prakat.publishing.domain.Samples.RULES;
import static org.prakat.publishing.domain.Samples.TODAY;
import static org.prakat.publishing.domain.Samples.WEBMASTER;
import static org.prakat.publishing.domain.Samples.approved;
import static org.prakat.publishing.domain.Samples.assigned;
import static org.prakat.publishing.domain.Samples.publish;
import static org.prakat.publishing.domain.Samples.published;
import static org.prakat.publishing.domain.Samples.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Change;
import org.prakat.common.event.Approved;
import org.prakat.common.event.OfficeRules;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.Returned;
import org.prakat.common.event.ReturnedToApprover;
import org.prakat.common.event.ScheduleCancelled;
import org.prakat.publishing.domain.Publishing.Instruction;

class PublicationTest {

    private static final Instruction NOW_PLEASE = new Instruction(true, "ตรวจแล้ว", null);
    private static final List<RejectionReason> REASONS = List.of(new RejectionReason("INCORRECT", "ยอดรวมไม่ตรง"));

    @Test
    void publishingPutsItOnTheSiteFromNowToTheMidnightAfterItsLastDay() {
        Change<Publication> change = publishing(assigned())
                .publish(WEBMASTER, ORDER, NOW_PLEASE, 17, NOW)
                .orElseThrow();

        Published event = (Published) change.event();
        assertThat(event.publishingOrder()).isEqualTo(17);
        assertThat(event.fiscalYear()).isEqualTo(2570);
        assertThat(event.address()).isEqualTo("/items/r1");
        assertThat(event.publishedFrom()).isEqualTo(NOW);
        assertThat(event.expiresAt()).isEqualTo("2026-12-24T17:00:00Z");
        assertThat(change.state().check().order().number()).isEqualTo("13/2569");
    }

    @Test
    void itIsPublicFromTheFirstMomentAndNotAtTheLast() {
        Publication item = published();
        Instant end = item.standing().expiresAt();

        assertThat(item.isPublicAt(NOW.minusMillis(1))).isFalse();
        assertThat(item.isPublicAt(NOW)).isTrue();
        assertThat(item.isPublicAt(end.minusMillis(1))).isTrue();
        assertThat(item.isPublicAt(end)).isFalse();
        assertThat(item.isGoneAt(end)).isTrue();
        assertThat(assigned().isPublicAt(NOW)).isFalse();
        assertThat(assigned().isGoneAt(end)).isFalse();
    }

    @Test
    void itCanBeLookedAtAsIfItWerePublished() {
        Publication item = assigned();

        Publication seen = item.asIfPublished(17, NOW);

        assertThat(seen.isPublicAt(NOW)).isTrue();
        assertThat(seen.standing())
                .isEqualTo(publishing(item)
                        .publish(WEBMASTER, ORDER, NOW_PLEASE, 17, NOW)
                        .orElseThrow()
                        .state()
                        .standing());
        assertThat(item.standing()).as("and is not").isNull();
        Instant time = NOW.plusSeconds(3_600);
        Publication scheduled = publishing(item)
                .schedule(WEBMASTER, ORDER, new Instruction(true, null, time), NOW)
                .orElseThrow()
                .state();
        assertThat(scheduled.wouldAppearAt(NOW)).isEqualTo(time);
        assertThat(item.wouldAppearAt(NOW)).isEqualTo(NOW);
        Publication published = published();
        assertThat(published.asIfPublished(99, NOW)).isSameAs(published);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-30T16:59:59.999Z,2569", "2026-09-30T17:00:00Z,2570", "2027-09-30T16:59:59Z,2570"})
    void theFiscalYearTurnsAtMidnightInBangkok(Instant from, int year) {
        assertThat(Standing.fiscalYear(from)).isEqualTo(year);
    }

    @Test
    void aPeriodAlwaysEndsAtTheBeginningOfAnOfficeDayAfterItsBeginning() {
        Random random = new Random(42);
        for (int i = 0; i < 1_000; i++) {
            Instant from = NOW.plusSeconds(random.nextInt(100_000_000));
            Instant end = Standing.end(PublicationPeriod.days(1 + random.nextInt(400)), from);

            assertThat(end).isAfter(from).isEqualTo(OfficeZone.startOf(OfficeZone.dateOf(end)));
        }
    }

    @Test
    void theOwnerTheUnappointedAndTheUncheckedDoNotPublish() {
        assertThat(refusal(publishing(assigned()).publish(MALEE, ORDER, NOW_PLEASE, 1, NOW)))
                .isEqualTo("FORBIDDEN OWN_REQUEST");
        assertThat(refusal(publishing(assigned()).publish(HEAD, Optional.empty(), NOW_PLEASE, 1, NOW)))
                .isEqualTo("FORBIDDEN NO_VALID_ORDER");
        assertThat(refusal(
                        publishing(assigned()).publish(WEBMASTER, ORDER, new Instruction(false, null, null), 1, NOW)))
                .isEqualTo("INVALID INVALID_INPUT");
        assertThat(refusal(publishing(published()).publish(WEBMASTER, ORDER, NOW_PLEASE, 2, NOW)))
                .isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    @Test
    void onlyWhatWasApprovedIsPublished() {
        Approved approved = approved("r1", 1, "ข่าว", "news", PublicationPeriod.days(30), List.of());
        Approved other = approved("r1", 1, "ข่าวอื่น", "news", PublicationPeriod.days(30), List.of());
        Assignment changed = new Assignment(
                1,
                MALEE,
                HEAD,
                approved.order(),
                WEBMASTER,
                "news",
                approved.publicationPeriod(),
                other.form(),
                List.of(),
                approved.digest(),
                1,
                null,
                DUE);

        assertThat(refusal(
                        publishing(Publication.of("r1", changed, NOW)).publish(WEBMASTER, ORDER, NOW_PLEASE, 1, NOW)))
                .isEqualTo("RULE DIGEST_MISMATCH");
    }

    @Test
    void aPeriodThatIsOverIsNotPublished() {
        Publication late = assigned("r1", "news", PublicationPeriod.until(TODAY.minusDays(1)));

        assertThat(refusal(publishing(late).publish(WEBMASTER, ORDER, NOW_PLEASE, 1, NOW)))
                .isEqualTo("RULE PERIOD_IS_OVER");
    }

    @Test
    void aScheduledItemAppearsAtItsTimeAndItsPeriodCountsFromThere() {
        Instant time = NOW.plus(Duration.ofDays(2));
        Change<Publication> scheduled = publishing(assigned())
                .schedule(WEBMASTER, ORDER, new Instruction(true, null, time), NOW)
                .orElseThrow();

        assertThat(((PublicationScheduled) scheduled.event()).publishAt()).isEqualTo(time);
        assertThat(refusal(publishing(scheduled.state()).appear(1, time.minusMillis(1))))
                .isEqualTo("RULE ILLEGAL_TRANSITION");
        Published event = (Published) publishing(scheduled.state())
                .appear(1, time.plusSeconds(90))
                .orElseThrow()
                .event();
        assertThat(event.publishedFrom()).isEqualTo(time);
        assertThat(event.expiresAt()).isEqualTo("2026-12-26T17:00:00Z");
    }

    @Test
    void theTimeLiesInTheFutureAndBeforeTheEndOfThePeriod() {
        Publication untilTomorrow = assigned("r1", "news", PublicationPeriod.until(TODAY.plusDays(1)));

        assertThat(refusal(publishing(assigned()).schedule(WEBMASTER, ORDER, new Instruction(true, null, NOW), NOW)))
                .isEqualTo("INVALID INVALID_INPUT");
        Instruction tooLate = new Instruction(true, null, NOW.plus(Duration.ofDays(2)));
        assertThat(refusal(publishing(untilTomorrow).schedule(WEBMASTER, ORDER, tooLate, NOW)))
                .isEqualTo("INVALID INVALID_INPUT");
    }

    @Test
    void whatFailsTheCheckGoesBackWithExplainedReasonsAndComesAgainAsTheNextRevision() {
        assertThat(refusal(publishing(assigned()).sendBack(WEBMASTER, ORDER, reasons(List.of()))))
                .isEqualTo("INVALID INVALID_INPUT");
        assertThat(refusal(publishing(assigned())
                        .sendBack(WEBMASTER, ORDER, reasons(List.of(new RejectionReason("OTHER", " "))))))
                .isEqualTo("INVALID INVALID_INPUT");

        Change<Publication> returned = publishing(assigned())
                .sendBack(WEBMASTER, ORDER, reasons(REASONS))
                .orElseThrow();

        assertThat(((Returned) returned.event()).reasons()).isEqualTo(REASONS);
        Assignment second =
                Assignment.of(approved("r1", 2, "ข่าวที่แก้แล้ว", "news", PublicationPeriod.days(30), List.of()));
        Publication again =
                returned.state().assignAnew(second, NOW).orElseThrow().state();
        assertThat(again.status()).isEqualTo(PublicationStatus.ASSIGNED);
        assertThat(again.assignment().revision()).isEqualTo(2);
        assertThat(refusal(assigned().assignAnew(second, NOW))).isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    @Test
    void aWithdrawalWorksUntilItIsPublishedAndForItsOwnRevision() {
        assertThat(assigned().withdraw(1).orElseThrow().state().status()).isEqualTo(PublicationStatus.WITHDRAWN);
        assertThat(refusal(assigned().withdraw(2))).isEqualTo("RULE ILLEGAL_TRANSITION");
        assertThat(refusal(published().withdraw(1))).isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    private static Publishing publishing(Publication item) {
        return new Publishing(item, RULES);
    }

    private static ReturnReasons reasons(List<RejectionReason> given) {
        return new ReturnReasons(given, ReasonsDefined.ofTheProcedure(OFFICE));
    }

    @Test
    void whoApprovedDoesNotPublishUnlessTheOfficeAllowsIt() {
        SiteRules allowing = new SiteRules(new OfficeRules(1, 1, List.of(), true, true), GUIDELINE);

        assertThat(refusal(publishing(assigned()).publish(HEAD, ORDER, NOW_PLEASE, 1, NOW)))
                .isEqualTo("FORBIDDEN APPROVER_MAY_NOT_PUBLISH");
        assertThat(new Publishing(assigned(), allowing)
                        .publish(HEAD, ORDER, NOW_PLEASE, 1, NOW)
                        .isOk())
                .isTrue();
    }

    @Test
    void publishingSetsTheRemindersAndTheFirstCurrencyCheck() {
        Published event = (Published) publishing(assigned())
                .publish(WEBMASTER, ORDER, NOW_PLEASE, 1, NOW)
                .orElseThrow()
                .event();

        assertThat(event.remindAt())
                .as("7 days and 1 day before the last day; 30 days before lies behind")
                .containsExactly(Instant.parse("2026-12-17T01:30:00Z"), Instant.parse("2026-12-23T01:30:00Z"));
        assertThat(event.currencyCheck().remindAt()).isEqualTo("2027-02-23T01:30:00Z");
        assertThat(event.currencyCheck().at()).isEqualTo("2027-02-23T17:00:00Z");
    }

    @Test
    void anItemWithoutAnEndStays() {
        Publication permanent = publish(assigned("r1", "news", PublicationPeriod.of(PublicationPeriod.Unit.PERMANENT)));

        assertThat(permanent.isPublicAt(NOW.plus(Duration.ofDays(40_000)))).isTrue();
        assertThat(permanent.publicUntil()).isNull();
    }

    @Test
    void aSetTimeCanBeCalledOff() {
        Instruction later = new Instruction(true, null, NOW.plus(Duration.ofDays(2)));
        Publication scheduled = publishing(assigned())
                .schedule(WEBMASTER, ORDER, later, NOW)
                .orElseThrow()
                .state();

        Change<Publication> cancelled =
                publishing(scheduled).cancelSchedule(WEBMASTER, ORDER, DUE).orElseThrow();

        assertThat(cancelled.event())
                .isEqualTo(new ScheduleCancelled(
                        "r1", 1, WEBMASTER, ORDER.orElseThrow().reference(), DUE));
        assertThat(cancelled.state().status()).isEqualTo(PublicationStatus.ASSIGNED);
        assertThat(refusal(publishing(cancelled.state()).appear(1, NOW.plus(Duration.ofDays(3)))))
                .isEqualTo("RULE ILLEGAL_TRANSITION");
        assertThat(refusal(publishing(assigned()).cancelSchedule(WEBMASTER, ORDER, DUE)))
                .isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    @Test
    void theApproverMayBeAskedToDecideAnewOnTheSameRevision() {
        Change<Publication> back = publishing(assigned())
                .sendBackToApprover(WEBMASTER, ORDER, reasons(REASONS), DUE)
                .orElseThrow();
        Assignment same = Assignment.of(approved("r1", 1, "ข่าว r1", "law", PublicationPeriod.days(30), List.of()));

        assertThat(back.event()).isInstanceOf(ReturnedToApprover.class);
        assertThat(back.state()
                        .assignAnew(same, NOW)
                        .orElseThrow()
                        .state()
                        .assignment()
                        .category())
                .isEqualTo("law");
        assertThat(refusal(assigned().assignAnew(same, NOW)))
                .as("not sent back")
                .isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    @Test
    void aReasonIsOneThatTheOfficeOffers() {
        List<RejectionReason> unknown = List.of(new RejectionReason("NO_SUCH_REASON", "เพราะ"));

        assertThat(refusal(publishing(assigned()).sendBack(WEBMASTER, ORDER, reasons(unknown))))
                .isEqualTo("INVALID INVALID_INPUT");
    }
}

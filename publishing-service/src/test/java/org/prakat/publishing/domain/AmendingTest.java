package org.prakat.publishing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.publishing.domain.Samples.HEAD;
import static org.prakat.publishing.domain.Samples.MALEE;
import static org.prakat.publishing.domain.Samples.NOW;
import static org.prakat.publishing.domain.Samples.OFFICE;
import static org.prakat.publishing.domain.Samples.ORDER;
import static org.prakat.publishing.domain.Samples.RULES;
import static org.prakat.publishing.domain.Samples.TODAY;
import static org.prakat.publishing.domain.Samples.WEBMASTER;
import static org.prakat.publishing.domain.Samples.amendment;
import static org.prakat.publishing.domain.Samples.assigned;
import static org.prakat.publishing.domain.Samples.publish;
import static org.prakat.publishing.domain.Samples.published;
import static org.prakat.publishing.domain.Samples.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Result;
import org.prakat.common.event.Approved;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.Concern;
import org.prakat.common.event.Concern.Kind;
import org.prakat.common.event.Extended;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.PublicationPeriod.Unit;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.Removed;
import org.prakat.common.event.Replaced;
import org.prakat.common.event.Returned;
import org.prakat.common.event.TakenDown;
import org.prakat.publishing.domain.Amending.Execution;

class AmendingTest {

    private static final Instant LATER = NOW.plus(Duration.ofDays(3));
    private static final Instant END = Instant.parse("2026-12-24T17:00:00Z");
    private static final Execution CHECKED = new Execution(true, null);

    private static Publication amended(Publication item, Kind kind, PublicationPeriod period) {
        return amended(item, kind, period, List.of());
    }

    private static Publication amended(Publication item, Kind kind, PublicationPeriod period, List<Attachment> files) {
        Approved approved = amendment("x1", new Concern(kind, item.id()), period, files);
        Amendment taken = new Amendment("x1", kind, Assignment.of(approved), true, NOW);
        return Amending.take(item, taken).orElseThrow().state();
    }

    private static Result<Change<Publication>> execute(Publication item, Instant at) {
        return new Amending(item, RULES).execute(WEBMASTER, ORDER, "x1", CHECKED, at);
    }

    @Test
    void aLengthAddsToTheRunningEnd() {
        Publication item = amended(published(), Kind.EXTEND, PublicationPeriod.days(30));

        Change<Publication> extended = execute(item, LATER).orElseThrow();

        Extended event = (Extended) extended.event();
        assertThat(event.requestId()).isEqualTo("r1");
        assertThat(event.amendment()).isEqualTo("x1");
        assertThat(event.expiresAt()).isEqualTo("2027-01-23T17:00:00Z");
        assertThat(event.remindAt()).hasSize(3);
        assertThat(extended.state().isPublicAt(END)).isTrue();
        assertThat(extended.state().upkeep().amendments()).isEmpty();
        assertThat(extended.state().standing().publishingOrder()).isEqualTo(1);
    }

    @Test
    void aDateOrAnotherEndTakesThePlaceOfTheRunningOne() {
        Publication untilDate = amended(published(), Kind.EXTEND, PublicationPeriod.until(TODAY.plusDays(60)));
        Publication forEver = amended(published(), Kind.EXTEND, PublicationPeriod.of(Unit.PERMANENT));
        Publication shorter = amended(published(), Kind.EXTEND, PublicationPeriod.until(TODAY.plusDays(5)));

        assertThat(((Extended) execute(untilDate, LATER).orElseThrow().event()).expiresAt())
                .isEqualTo("2027-01-24T17:00:00Z");
        assertThat(execute(forEver, LATER).orElseThrow().state().publicUntil()).isNull();
        assertThat(refusal(execute(shorter, LATER))).isEqualTo("RULE NOT_LONGER");
    }

    @Test
    void anExtensionIsPossibleUntilTheVeryEndAndNotAtIt() {
        Publication item = amended(published(), Kind.EXTEND, PublicationPeriod.days(30));

        assertThat(execute(item, END.minusMillis(1)).isOk()).isTrue();
        assertThat(refusal(execute(item, END))).isEqualTo("RULE NO_LONGER_ON_SITE");
    }

    @Test
    void whatHasNoEndIsNotExtended() {
        Publication permanent = publish(assigned("r1", "news", PublicationPeriod.of(Unit.PERMANENT)));

        assertThat(refusal(execute(amended(permanent, Kind.EXTEND, PublicationPeriod.days(30)), LATER)))
                .isEqualTo("RULE HAS_NO_END");
    }

    @Test
    void aNewVersionTakesTheAddressAndTheNumberAndTheOldOneIsKept() {
        Attachment file =
                new Attachment("f9", "ฉบับใหม่.pdf", "pdf", "application/pdf", 9, 1, "cd".repeat(32), "x1/f9");
        Publication item = amended(published(), Kind.REPLACE, PublicationPeriod.days(20), List.of(file));

        Change<Publication> replaced = execute(item, LATER).orElseThrow();

        Publication now = replaced.state();
        assertThat(now.address()).isEqualTo("/items/r1");
        assertThat(now.standing().publishingOrder()).isEqualTo(1);
        assertThat(now.standing().publishedFrom()).isEqualTo(LATER);
        assertThat(now.text(Correction.Field.TITLE)).isEqualTo("แก้ไขของ r1");
        assertThat(now.assignment().attachments()).containsExactly(file);
        assertThat(now.upkeep().versions()).hasSize(1);
        assertThat(now.upkeep().versions().get(0).replacedAt()).isEqualTo(LATER);
        assertThat(now.everyFile()).contains(file);
        Replaced event = (Replaced) replaced.event();
        assertThat(event.amendment()).isEqualTo("x1");
        assertThat(event.expiresAt()).isEqualTo(now.publicUntil());
        assertThat(event.currencyCheck()).isNotNull();
    }

    @Test
    void anEarlyRemovalTakesTheItemDownForTheReasonThatTheOwnerGave() {
        Publication item = amended(published(), Kind.REMOVE, PublicationPeriod.days(30));

        Change<Publication> removed = execute(item, LATER).orElseThrow();

        TakenDown event = (TakenDown) removed.event();
        assertThat(event.amendment()).isEqualTo("x1");
        assertThat(event.cause()).isEqualTo(Removed.Cause.WITHDRAWN);
        assertThat(event.explanation()).isEqualTo("หมายเหตุ");
        assertThat(removed.state().isPublicAt(LATER)).isFalse();
    }

    @Test
    void anAmendmentIsCheckedLikeAPublication() {
        Publication item = amended(published(), Kind.EXTEND, PublicationPeriod.days(30));
        Amending amending = new Amending(item, RULES);

        assertThat(refusal(amending.execute(MALEE, ORDER, "x1", CHECKED, LATER)))
                .isEqualTo("FORBIDDEN OWN_REQUEST");
        assertThat(refusal(amending.execute(HEAD, ORDER, "x1", CHECKED, LATER)))
                .isEqualTo("FORBIDDEN APPROVER_MAY_NOT_PUBLISH");
        assertThat(refusal(amending.execute(WEBMASTER, Optional.empty(), "x1", CHECKED, LATER)))
                .isEqualTo("FORBIDDEN NO_VALID_ORDER");
        assertThat(refusal(amending.execute(WEBMASTER, ORDER, "x1", new Execution(false, null), LATER)))
                .isEqualTo("INVALID INVALID_INPUT");
        assertThat(refusal(amending.execute(WEBMASTER, ORDER, "x2", CHECKED, LATER)))
                .isEqualTo("NOT_FOUND NOT_FOUND");
    }

    @Test
    void whatWasAllowedByWordOfMouthWaitsForTheConfirmation() {
        Assignment assignment =
                Assignment.of(amendment("x1", new Concern(Kind.EXTEND, "r1"), PublicationPeriod.days(30), List.of()));
        Publication item = Amending.take(published(), new Amendment("x1", Kind.EXTEND, assignment, false, NOW))
                .orElseThrow()
                .state();

        assertThat(refusal(execute(item, LATER))).isEqualTo("RULE CONFIRMATION_DUE");
        Publication confirmed = Amending.confirmed(item, "x1").orElseThrow().state();
        assertThat(execute(confirmed, LATER).isOk()).isTrue();
        assertThat(Amending.drop(item, "x1").orElseThrow().state().upkeep().amendments())
                .isEmpty();
    }

    @Test
    void anAmendmentMayGoBackToItsOwnerAndTheItemStays() {
        Publication item = amended(published(), Kind.EXTEND, PublicationPeriod.days(30));
        ReturnReasons reasons = new ReturnReasons(
                List.of(new RejectionReason("OTHER", "ขอเหตุผลเพิ่ม")), ReasonsDefined.ofTheProcedure(OFFICE));

        Change<Publication> returned = new Amending(item, RULES)
                .sendBack(WEBMASTER, ORDER, "x1", reasons)
                .orElseThrow();

        assertThat(((Returned) returned.event()).requestId()).isEqualTo("x1");
        assertThat(returned.state().isPublicAt(LATER)).isTrue();
        assertThat(returned.state().upkeep().amendments()).isEmpty();
    }

    @Test
    void theNextRevisionOfAnAmendmentTakesThePlaceOfTheFirst() {
        Publication once = amended(published(), Kind.EXTEND, PublicationPeriod.days(30));
        Publication twice = amended(once, Kind.EXTEND, PublicationPeriod.days(10));

        assertThat(twice.upkeep().amendments()).hasSize(1);
        assertThat(refusal(Amending.take(
                        assigned("r1", "news", PublicationPeriod.days(1)),
                        twice.upkeep().amendments().get(0))))
                .as("never on the site")
                .isEqualTo("RULE ILLEGAL_TRANSITION");
    }
}

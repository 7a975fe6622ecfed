package org.prakat.publishing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.publishing.domain.Samples.GUIDELINE;
import static org.prakat.publishing.domain.Samples.HEAD;
import static org.prakat.publishing.domain.Samples.MALEE;
import static org.prakat.publishing.domain.Samples.NOW;
import static org.prakat.publishing.domain.Samples.ORDER;
import static org.prakat.publishing.domain.Samples.RULES;
import static org.prakat.publishing.domain.Samples.WEBMASTER;
import static org.prakat.publishing.domain.Samples.publish;
import static org.prakat.publishing.domain.Samples.published;
import static org.prakat.publishing.domain.Samples.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prakat.common.domain.Change;
import org.prakat.common.event.Corrected;
import org.prakat.common.event.CurrencyConfirmed;
import org.prakat.common.event.HoldReleased;
import org.prakat.common.event.OfficeRules;
import org.prakat.common.event.RemovalHeld;
import org.prakat.common.event.Removed;
import org.prakat.common.event.Resumed;
import org.prakat.common.event.Suspended;
import org.prakat.common.event.TakenDown;
import org.prakat.publishing.domain.OnSite.NewText;

class OnSiteTest {

    private static final Instant LATER = NOW.plus(Duration.ofDays(3));
    private static final Instant END = Instant.parse("2026-12-24T17:00:00Z");
    private static final OnSite.Order WITHDRAWN =
            new OnSite.Order(Removed.Cause.WITHDRAWN, "ไม่ใช้แล้ว", null, "ถอนแล้ว");

    private static OnSite onSite(Publication item) {
        return new OnSite(item, RULES);
    }

    @Test
    void aCorrectionIsShownKeptAndTold() {
        Change<Publication> corrected = onSite(published())
                .correct(WEBMASTER, ORDER, new NewText("title", " ข่าวที่ถูกต้อง "), LATER)
                .orElseThrow();

        Publication item = corrected.state();
        assertThat(item.text(Correction.Field.TITLE)).isEqualTo("ข่าวที่ถูกต้อง");
        assertThat(item.lastChanged()).isEqualTo(LATER);
        assertThat(published().lastChanged()).isEqualTo(NOW);
        assertThat(item.assignment().isAsApproved())
                .as("what was approved stays")
                .isTrue();
        Corrected event = (Corrected) corrected.event();
        assertThat(event.before()).isEqualTo("ข่าว r1");
        assertThat(event.after()).isEqualTo("ข่าวที่ถูกต้อง");
        assertThat(event.approver()).isEqualTo(HEAD);
    }

    @Test
    void onlyASlipInTheTextIsCorrectedAndOnlyByTheWebmaster() {
        OnSite item = onSite(published());

        assertThat(refusal(item.correct(WEBMASTER, ORDER, new NewText("title", "ข่าว r1"), LATER)))
                .as("nothing changed")
                .isEqualTo("INVALID INVALID_INPUT");
        assertThat(refusal(item.correct(WEBMASTER, ORDER, new NewText("category", "law"), LATER)))
                .isEqualTo("INVALID INVALID_INPUT");
        assertThat(refusal(item.correct(WEBMASTER, ORDER, new NewText("title", " "), LATER)))
                .isEqualTo("INVALID INVALID_INPUT");
        assertThat(refusal(item.correct(WEBMASTER, ORDER, new NewText("title", "x".repeat(201)), LATER)))
                .isEqualTo("INVALID INVALID_INPUT");
        assertThat(refusal(item.correct(MALEE, ORDER, new NewText("title", "x"), LATER)))
                .isEqualTo("FORBIDDEN OWN_REQUEST");
        assertThat(refusal(item.correct(WEBMASTER, Optional.empty(), new NewText("title", "x"), LATER)))
                .isEqualTo("FORBIDDEN NO_VALID_ORDER");
        assertThat(refusal(item.correct(WEBMASTER, ORDER, new NewText("title", "x"), END)))
                .isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    @Test
    void theWebmasterOrTheOwnerConfirmsThatItIsCurrent() {
        Change<Publication> byOwner = onSite(published())
                .confirmCurrent(MALEE, Optional.empty(), LATER)
                .orElseThrow();

        CurrencyConfirmed event = (CurrencyConfirmed) byOwner.event();
        assertThat(event.next().at()).isEqualTo("2027-02-26T17:00:00Z");
        assertThat(byOwner.state().upkeep().currencyDue()).isEqualTo(event.next());
        assertThat(onSite(published()).confirmCurrent(WEBMASTER, ORDER, LATER).isOk())
                .isTrue();
        assertThat(refusal(onSite(published()).confirmCurrent(HEAD, Optional.empty(), LATER)))
                .isEqualTo("FORBIDDEN NO_VALID_ORDER");
        assertThat(refusal(onSite(published()).confirmCurrent(MALEE, ORDER, END)))
                .isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    @Test
    void whileARemovalIsHeldTheItemStaysAndThenGoesAtOnce() {
        Change<Publication> held = onSite(published())
                .hold(WEBMASTER, ORDER, "หลักฐาน MOIT 5", LATER)
                .orElseThrow();
        Instant longAfter = END.plus(Duration.ofDays(100));

        assertThat(((RemovalHeld) held.event()).reason()).isEqualTo("หลักฐาน MOIT 5");
        assertThat(held.state().isPublicAt(longAfter)).isTrue();
        assertThat(held.state().publicUntil()).isNull();
        assertThat(new Removing(held.state(), RULES).isDue(longAfter)).isFalse();

        Change<Publication> released =
                onSite(held.state()).release(WEBMASTER, ORDER, longAfter).orElseThrow();

        assertThat(((HoldReleased) released.event()).at()).isEqualTo(longAfter);
        assertThat(released.state().isPublicAt(longAfter)).isFalse();
        assertThat(new Removing(released.state(), RULES).isDue(longAfter)).isTrue();
    }

    @Test
    void aHoldHasAReasonAnOrderAndIsNotDoubled() {
        OnSite item = onSite(published());
        Publication held = item.hold(WEBMASTER, ORDER, "x", LATER).orElseThrow().state();

        assertThat(refusal(item.hold(WEBMASTER, ORDER, " ", LATER))).isEqualTo("INVALID INVALID_INPUT");
        assertThat(refusal(item.hold(WEBMASTER, Optional.empty(), "x", LATER))).isEqualTo("FORBIDDEN NO_VALID_ORDER");
        assertThat(refusal(onSite(held).hold(WEBMASTER, ORDER, "x", LATER))).isEqualTo("RULE ILLEGAL_TRANSITION");
        assertThat(refusal(item.release(WEBMASTER, ORDER, LATER))).isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    @Test
    void whatIsTakenDownIsInvisibleAtOnceEvenWhenHeld() {
        Publication held = onSite(published())
                .hold(WEBMASTER, ORDER, "x", LATER)
                .orElseThrow()
                .state();

        Change<Publication> down =
                onSite(held).takeDown(WEBMASTER, ORDER, WITHDRAWN, false, LATER).orElseThrow();

        assertThat(down.state().isPublicAt(LATER)).isFalse();
        assertThat(down.state().isGoneAt(LATER)).isTrue();
        assertThat(new Removing(down.state(), RULES).isDue(LATER)).isTrue();
        TakenDown event = (TakenDown) down.event();
        assertThat(event.cause()).isEqualTo(Removed.Cause.WITHDRAWN);
        assertThat(event.at()).isEqualTo(LATER);
    }

    @Test
    void aTakeDownSaysWhyAndOnlyAReplacedItemLeadsOn() {
        OnSite item = onSite(published());

        assertThat(refusal(item.takeDown(WEBMASTER, Optional.empty(), WITHDRAWN, false, LATER)))
                .isEqualTo("FORBIDDEN NO_VALID_ORDER");
        for (OnSite.Order wrong : List.of(
                new OnSite.Order(null, "x", null, null),
                new OnSite.Order(Removed.Cause.EXPIRED, "x", null, null),
                new OnSite.Order(Removed.Cause.APPROVAL_REFUSED, "x", null, null),
                new OnSite.Order(Removed.Cause.WITHDRAWN, " ", null, null),
                new OnSite.Order(Removed.Cause.WITHDRAWN, "x", "r2", null),
                new OnSite.Order(Removed.Cause.REPLACED, "x", null, null),
                new OnSite.Order(Removed.Cause.REPLACED, "x", "unknown", null))) {
            assertThat(refusal(item.takeDown(WEBMASTER, ORDER, wrong, false, LATER)))
                    .as("%s", wrong)
                    .isEqualTo("INVALID INVALID_INPUT");
        }
        OnSite.Order leadingOn = new OnSite.Order(Removed.Cause.REPLACED, "x", "r2", null);
        assertThat(item.takeDown(WEBMASTER, ORDER, leadingOn, true, LATER).isOk())
                .isTrue();
    }

    private static Publication verballyPublished() {
        return publish(Publication.of("r1", Assignment.of(Samples.verbally("r1", NOW)), NOW));
    }

    @Test
    void aVerbalApprovalThatIsNotConfirmedInTimeSuspendsTheItemUntilItIs() {
        Publication item = verballyPublished();
        assertThat(item.confirmed()).isFalse();

        Change<Publication> suspended =
                onSite(item).confirmationOverdue(1, LATER).orElseThrow();
        assertThat(suspended.event()).isInstanceOf(Suspended.class);
        assertThat(suspended.state().isPublicAt(LATER)).isFalse();

        Change<Publication> resumed =
                onSite(suspended.state()).confirmed(1, LATER).orElseThrow();
        assertThat(resumed.event()).isInstanceOf(Resumed.class);
        assertThat(resumed.state().isPublicAt(LATER)).isTrue();
        assertThat(refusal(onSite(resumed.state()).confirmationOverdue(1, LATER)))
                .isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    @Test
    void anOfficeMayLeaveItOnTheSite() {
        OfficeRules lenient = new OfficeRules(1, 1, List.of(), false, false);

        assertThat(refusal(new OnSite(verballyPublished(), new SiteRules(lenient, GUIDELINE))
                        .confirmationOverdue(1, LATER)))
                .isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    @Test
    void whatIsConfirmedInTimeIsNotSuspendedWhicheverNewsComesFirst() {
        Publication confirmed =
                onSite(verballyPublished()).confirmed(1, NOW).orElseThrow().state();

        assertThat(refusal(onSite(confirmed).confirmationOverdue(1, LATER))).isEqualTo("RULE ILLEGAL_TRANSITION");
        assertThat(refusal(onSite(confirmed).notConfirmed(1, "x", LATER))).isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    @Test
    void whatTheApproverRefusesToConfirmLeavesTheSiteAtOnceOrNeverComesOnIt() {
        Publication waiting = Publication.of("r1", Assignment.of(Samples.verbally("r1", NOW)), NOW);

        Change<Publication> down = onSite(verballyPublished())
                .notConfirmed(1, "ไม่ได้อนุมัติ", LATER)
                .orElseThrow();

        assertThat(down.state().isPublicAt(LATER)).isFalse();
        assertThat(((TakenDown) down.event()).cause()).isEqualTo(Removed.Cause.APPROVAL_REFUSED);
        assertThat(((TakenDown) down.event()).by()).isNull();
        assertThat(onSite(waiting)
                        .notConfirmed(1, "x", LATER)
                        .orElseThrow()
                        .state()
                        .status())
                .isEqualTo(PublicationStatus.REFUSED);
    }

    @Test
    void whatIsOverdueForConfirmationIsNotPublished() {
        Publication waiting = Publication.of("r1", Assignment.of(Samples.verbally("r1", NOW)), NOW);
        Publishing.Instruction now = new Publishing.Instruction(true, null, null);

        assertThat(refusal(new Publishing(waiting, RULES).publish(WEBMASTER, ORDER, now, 1, LATER)))
                .isEqualTo("RULE CONFIRMATION_OVERDUE");
        Publication confirmed =
                onSite(waiting).confirmed(1, LATER).orElseThrow().state();
        assertThat(new Publishing(confirmed, RULES)
                        .publish(WEBMASTER, ORDER, now, 1, LATER)
                        .isOk())
                .isTrue();
    }
}

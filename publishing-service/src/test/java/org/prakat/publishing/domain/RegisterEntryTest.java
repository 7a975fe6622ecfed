package org.prakat.publishing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.prakat.publishing.domain.Samples.NOW;
import static org.prakat.publishing.domain.Samples.ORDER;
import static org.prakat.publishing.domain.Samples.RULES;
import static org.prakat.publishing.domain.Samples.WEBMASTER;
import static org.prakat.publishing.domain.Samples.published;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prakat.common.event.Removed.Cause;
import org.prakat.publishing.domain.RegisterEntry.Gone;
import org.prakat.publishing.domain.RegisterEntry.State;

class RegisterEntryTest {

    private static final Instant LATER = NOW.plus(Duration.ofDays(3));
    private static final Instant END = Instant.parse("2026-12-24T17:00:00Z");

    @Test
    void whatHasExpiredIsOffTheSiteBeforeItsFilesAre() {
        assertThat(RegisterEntry.of(published(), END.minusMillis(1)).state()).isEqualTo(State.ON_SITE);
        assertThat(RegisterEntry.of(published(), END.minusMillis(1)).gone()).isNull();

        RegisterEntry over = RegisterEntry.of(published(), END);

        assertThat(over.state()).isEqualTo(State.OFF_SITE);
        assertThat(over.gone()).isEqualTo(new Gone(END, Cause.EXPIRED, null));
        Publication removed = new Removing(published(), RULES)
                .remove(Optional.empty(), new Removing.Outcome(List.of(), true, true), END.plusSeconds(9))
                .orElseThrow()
                .state();
        assertThat(RegisterEntry.of(removed, END.plusSeconds(9)).gone()).isEqualTo(over.gone());
    }

    @Test
    void whatWasTakenDownSaysSinceWhenAndWhy() {
        Publication down = new OnSite(published(), RULES)
                .takeDown(
                        WEBMASTER,
                        ORDER,
                        new OnSite.Order(Cause.PERSONAL_DATA, "มีชื่อผู้ป่วย", null, null),
                        false,
                        LATER)
                .orElseThrow()
                .state();

        RegisterEntry entry = RegisterEntry.of(down, END.plusSeconds(1));

        assertThat(entry.state()).isEqualTo(State.OFF_SITE);
        assertThat(entry.gone()).isEqualTo(new Gone(LATER, Cause.PERSONAL_DATA, "มีชื่อผู้ป่วย"));
    }

    @Test
    void whatIsHeldStaysOnTheSiteAfterItsEnd() {
        Publication held = new OnSite(published(), RULES)
                .hold(WEBMASTER, ORDER, "ใช้ตรวจประเมิน", LATER)
                .orElseThrow()
                .state();

        assertThat(RegisterEntry.of(held, END).state()).isEqualTo(State.ON_SITE);
    }

    @Test
    void whatIsSuspendedIsNotGone() {
        RegisterEntry entry = RegisterEntry.of(published().with(PublicationStatus.SUSPENDED), LATER);

        assertThat(entry.state()).isEqualTo(State.SUSPENDED);
        assertThat(entry.gone()).isNull();
    }

    @Test
    void whatWasNeverOnTheSiteHasNoPlaceInTheRegister() {
        assertThatThrownBy(() -> RegisterEntry.of(Samples.assigned(), NOW)).isInstanceOf(NullPointerException.class);
    }
}

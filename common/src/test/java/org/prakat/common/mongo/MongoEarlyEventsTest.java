package org.prakat.common.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prakat.common.messaging.EarlyEvents.Kept;
import org.prakat.common.messaging.WireEvent;

class MongoEarlyEventsTest {

    private MongoEarlyEvents early;

    @BeforeEach
    void begin() {
        early = new MongoEarlyEvents(TestDatabase.empty("early-events-test"));
    }

    @Test
    void whatIsKeptAboutASubjectComesBackAsItCameInTheOrderInWhichItHappened() {
        WireEvent later = event("2026-11-25T03:00:01.500Z", 2);
        WireEvent earlier = event("2026-11-25T03:00:01Z", 1);
        early.keep("one", "event-2", later);
        early.keep("one", "event-1", earlier);
        early.keep("another", "event-3", event("2026-11-25T02:00:00Z", 3));

        assertThat(early.about("one")).extracting(Kept::eventId).containsExactly("event-1", "event-2");
        WireEvent read = early.about("one").get(0).event();
        assertThat(read).usingRecursiveComparison().isEqualTo(earlier);
        assertThat(early.about("nothing")).isEmpty();
    }

    @Test
    void keepingOneAgainIsTheSameAsOnce() {
        early.keep("one", "event-1", event("2026-11-25T03:00:00Z", 1));
        early.keep("one", "event-1", event("2026-11-25T03:00:00Z", 1));

        assertThat(early.about("one")).hasSize(1);
    }

    @Test
    void whatIsForgottenIsGone() {
        early.keep("one", "event-1", event("2026-11-25T03:00:00Z", 1));
        early.keep("one", "event-2", event("2026-11-25T03:00:01Z", 2));

        early.forget("event-1");
        early.forget("event-1");

        assertThat(early.about("one")).extracting(Kept::eventId).containsExactly("event-2");
    }

    private static WireEvent event(String time, int content) {
        return new WireEvent(
                "expiry.events.v1", "one", Map.of("time", time, "a.b", "$dotted"), new byte[] {(byte) content});
    }
}

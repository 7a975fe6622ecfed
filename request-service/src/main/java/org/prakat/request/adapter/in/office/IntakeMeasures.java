package org.prakat.request.adapter.in.office;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What is measured of the events that other offices write to their topics. */
final class IntakeMeasures {

    private static final String EVENTS = "prakat.offices.events";

    private final MeterRegistry meters;
    private final Counter failed;

    IntakeMeasures(MeterRegistry meters) {
        this.meters = meters;
        this.failed = Counter.builder("prakat.offices.events.failed")
                .description("events of other offices that were refused by a fault of our own")
                .register(meters);
    }

    void accepted(String office) {
        count(office, "accepted", "NONE");
    }

    /** @param code as the problem says it, one of a few */
    void refused(String office, String code) {
        count(office, "refused", code);
    }

    void failed() {
        failed.increment();
    }

    private void count(String office, String outcome, String code) {
        meters.counter(EVENTS, "office", office, "outcome", outcome, "code", code)
                .increment();
    }

    /** From now on shows whether they are read here, and how many wait. */
    void watch(IntakeTurns turns) {
        Gauge.builder("prakat.offices.intake.reading", turns, reading -> reading.isReading() ? 1 : 0)
                .description("1 while this replica reads the events of other offices")
                .register(meters);
        Gauge.builder("prakat.offices.intake.waiting", turns, IntakeTurns::waiting)
                .description(
                        "events of the offices that this replica takes care of that were written and not dealt with yet")
                .register(meters);
    }
}

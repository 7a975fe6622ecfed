package org.prakat.request.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.prakat.request.application.port.Webhooks;

/**
 * What is measured of the webhooks of other offices.
 *
 * @param webhooks asked for with the first look at a measure
 */
record WebhookMeasures(Supplier<Webhooks> webhooks, InstantSource clock) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("prakat.webhooks.failing", () -> webhooks.get().inTrouble())
                .description("webhooks of other offices that do not take what they are told, or are gone")
                .register(meters);
        Gauge.builder("prakat.webhooks.paused", () -> webhooks.get().paused())
                .description("webhooks that their offices wish to have paused")
                .register(meters);
        Gauge.builder("prakat.webhooks.failing.longest", this, WebhookMeasures::failingLongest)
                .description("for how long the one fails that has failed longest")
                .baseUnit("seconds")
                .register(meters);
    }

    private double failingLongest() {
        return webhooks.get()
                .failingLongest()
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L);
    }
}

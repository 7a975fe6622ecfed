package org.prakat.request.adapter.out.mongo;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.prakat.request.domain.RequestStatus;

/**
 * How many requests have each status, of all offices. Counted only when somebody asks, and then not again for a minute. Every
 * replica says the same.
 */
public final class RequestCounts implements MeterBinder {

    private static final Duration KEPT = Duration.ofMinutes(1);

    /** What is more need not be known exactly. */
    private static final int MOST_COUNTED = 1_000_000;

    private final LoadingCache<RequestStatus, Long> counts;

    /** @param requests asked for with the first look at a measure: measures are made in a training run, too, without a database */
    public RequestCounts(Supplier<MongoRequests> requests) {
        this.counts = Caffeine.newBuilder().expireAfterWrite(KEPT).build(status -> requests.get()
                .count(status, MOST_COUNTED));
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (RequestStatus status : RequestStatus.values()) {
            Gauge.builder("prakat.requests", () -> counts.get(status))
                    .description("requests of all offices, by their status")
                    .tag("status", status.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }
}

package org.prakat.common.storage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.prakat.common.domain.Result;

/** How many files were let in, how many bytes they have, and how many were refused, by the code of the refusal. */
public final class UploadMeasures {

    private static final String UPLOADS = "prakat.uploads";
    private static final String OUTCOME = "outcome";
    private static final String ACCEPTED = "accepted";

    private final MeterRegistry meters;
    private final Counter bytes;

    public UploadMeasures(MeterRegistry meters) {
        this.meters = meters;
        this.bytes = Counter.builder("prakat.uploads.size")
                .description("of the files that were let in")
                .baseUnit("bytes")
                .register(meters);
        // There from the start, at zero: alerts look at how they grow.
        uploads(ACCEPTED);
        uploads(IncomingFiles.INFECTED);
        uploads(IncomingFiles.SCAN_UNAVAILABLE);
    }

    void count(Result<StoredFile> received) {
        if (received instanceof Result.Refused<StoredFile> refused) {
            uploads(refused.refusal().code()).increment();
        } else {
            uploads(ACCEPTED).increment();
            bytes.increment((double) received.orElseThrow().size());
        }
    }

    private Counter uploads(String outcome) {
        return meters.counter(UPLOADS, OUTCOME, outcome);
    }
}

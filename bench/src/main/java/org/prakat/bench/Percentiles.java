package org.prakat.bench;

import java.util.Arrays;

/** Measured times, in nanoseconds. */
record Percentiles(long[] sorted) {

    static Percentiles of(long[] nanos) {
        long[] copy = nanos.clone();
        Arrays.sort(copy);
        return new Percentiles(copy);
    }

    /** In milliseconds. */
    double at(double share) {
        int index = (int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)));
        return sorted[index] / 1e6;
    }
}

package org.prakat.canary.adapter.in.web;

import java.time.Instant;

/** Breaks two rules on purpose: an adapter that knows another one, and asks the system for the time. */
public final class Canary {

    public Instant sing() {
        new org.prakat.canary.adapter.out.mongo.Canary().sing();
        return Instant.now();
    }
}

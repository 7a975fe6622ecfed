package org.prakat.gateway.application.port;

import java.time.Instant;

/** Counts failed attempts to sign in, for all replicas together. */
public interface FailedSignIns {

    /** Whether there have been too many of late, by this name or from this address. */
    boolean tooMany(String userName, String address, Instant now);

    void count(String userName, String address, Instant now);
}

package org.prakat.canary.domain;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Breaks a rule on purpose: the domain logs. */
public final class Canary {

    private static final Logger log = LoggerFactory.getLogger(Canary.class);

    public void sing() {
        log.info("tweet");
    }
}

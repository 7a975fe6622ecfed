package org.prakat.canary.application;

import org.junit.jupiter.api.Assertions;

/** Breaks a rule on purpose: a use case that knows a framework. */
public final class Canary {

    public void sing() {
        Assertions.assertNotNull(this);
    }
}

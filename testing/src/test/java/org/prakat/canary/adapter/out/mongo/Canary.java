package org.prakat.canary.adapter.out.mongo;

/** What the other canary must not know. */
public final class Canary {

    public void sing() {}
}

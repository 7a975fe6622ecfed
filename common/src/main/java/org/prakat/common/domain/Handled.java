package org.prakat.common.domain;

/** What became of an event that was offered to its handler. */
public enum Handled {
    /** It acted, now or before, or there is nothing for it to act on any more. */
    DONE,
    /** What it is about is not known here yet: keep it and offer it again. */
    TOO_EARLY
}

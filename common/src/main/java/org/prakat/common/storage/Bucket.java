package org.prakat.common.storage;

import java.util.Locale;

/** The places where a file lies in the course of its life. It keeps its key from one to the next. */
public enum Bucket {
    /** What owners uploaded. */
    INCOMING,
    /** What stands on the site. */
    PUBLISHED,
    /** What stood on the site, kept for the retention time. */
    ARCHIVE;

    /** The name in the object store, below a prefix that keeps installations apart. */
    String nameUnder(String prefix) {
        return prefix + "-" + name().toLowerCase(Locale.ROOT);
    }
}

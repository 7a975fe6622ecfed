package org.prakat.common.storage;

import java.nio.file.Path;

/** Looks for malware in a file (a port). */
@FunctionalInterface
public interface VirusScan {

    /** What the scanner says. */
    enum Verdict {
        CLEAN,
        INFECTED,
        /** The scanner gave no answer: the file is not let in. */
        UNKNOWN
    }

    Verdict scan(Path file);
}

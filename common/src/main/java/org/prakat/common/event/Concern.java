package org.prakat.common.event;

import java.util.Objects;

/**
 * What a request asks about something that is on the site already.
 *
 * @param publication the id of the request that was published
 */
public record Concern(Kind kind, String publication) {

    /** What is asked for. */
    public enum Kind {
        /** That it stands longer. */
        EXTEND,
        /** That a new version takes its place, at the same address. */
        REPLACE,
        /** That it leaves the site before its period ends. */
        REMOVE
    }

    public Concern {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(publication, "publication");
    }
}

package org.prakat.request.application.port;

import java.util.List;
import org.prakat.request.domain.Outcome;

/** What other offices are told, each in an order of its own that never changes. */
public interface Outcomes {

    /**
     * An outcome in its place.
     *
     * @param number counts the outcomes of its office, from 1, with none left out
     */
    record Told(long number, Outcome outcome) {}

    /** Puts it after all others of its office, unless it is there already. Who can read it can read all before it. */
    void add(Outcome outcome);

    /** The number of the last one of an office; 0 when there is none. */
    long last(String office);

    /** Those of an office after a number, in their order. */
    List<Told> after(String office, long number, int limit);
}

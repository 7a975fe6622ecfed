package org.prakat.expiry.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.prakat.expiry.application.port.Announcements;
import org.prakat.expiry.domain.Deadline;

/** What was announced, as a broker would have it. It fails a test in which anything is early. */
final class RecordingBroker implements Announcements {

    final List<Deadline> told = new ArrayList<>();
    boolean out;
    /** Whether what comes after the acknowledgement fails: the note in the database, or the process itself. */
    boolean failsAfterTelling;

    @Override
    public boolean announce(Deadline deadline, Instant at) {
        assertThat(at).as("never early").isAfterOrEqualTo(deadline.dueAt());
        if (out) {
            return false;
        }
        told.add(deadline);
        if (failsAfterTelling) {
            throw new IllegalStateException("told, but it could not be noted");
        }
        return true;
    }

    List<String> eventIds() {
        return told.stream().map(Deadline::eventId).toList();
    }
}

package org.prakat.approval.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;

/**
 * What somebody writes down of an approval by word of mouth (2.2, urgent cases).
 *
 * @param approver the account id of who said it
 * @param saidAt UTC
 * @param means how it was said: TELEPHONE, IN_PERSON, MESSAGE or OTHER
 * @param note a witness, or whatever else bears it out
 */
public record VerbalRecord(
        @Nullable String approver,
        @Nullable Instant saidAt,
        @Nullable String means,
        @Nullable String note,
        @Nullable String category,
        @Nullable PublicationPeriod publicationPeriod,
        @Nullable String webmaster,
        @Nullable String remark) {

    private static final Set<String> MEANS = Set.of("TELEPHONE", "IN_PERSON", "MESSAGE", "OTHER");

    /**
     * What is known of the one who is said to have allowed it.
     *
     * @param person if there is such a person
     * @param authority by what they could decide on the day on which they said it, if they could
     */
    public record Speaker(Optional<Person> person, Optional<Authority> authority) {}

    public Assignment assignment() {
        return new Assignment(category, publicationPeriod, webmaster, remark);
    }

    List<Fault> faults(Speaker speaker, Instant submittedAt, Instant now) {
        List<Fault> faults = new ArrayList<>();
        if (approver == null) {
            faults.add(new Fault("approver", "REQUIRED"));
        } else if (speaker.person().isEmpty() || speaker.authority().isEmpty()) {
            faults.add(new Fault("approver", "NO_VALID_ORDER"));
        }
        if (saidAt == null) {
            faults.add(new Fault("saidAt", "REQUIRED"));
        } else if (saidAt.isAfter(now)) {
            faults.add(new Fault("saidAt", "IN_THE_FUTURE"));
        } else if (saidAt.isBefore(submittedAt.truncatedTo(ChronoUnit.MINUTES))) {
            // People tell the time by the minute.
            faults.add(new Fault("saidAt", "BEFORE_THE_SUBMISSION"));
        }
        if (means == null) {
            faults.add(new Fault("means", "REQUIRED"));
        } else if (!MEANS.contains(means)) {
            faults.add(new Fault("means", "UNKNOWN"));
        }
        if (note == null || note.isBlank()) {
            faults.add(new Fault("note", "REQUIRED"));
        }
        Confirmation.length(faults, "note", note);
        return faults;
    }
}

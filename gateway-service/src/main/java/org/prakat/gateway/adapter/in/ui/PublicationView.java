package org.prakat.gateway.adapter.in.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Concern;
import org.prakat.common.event.Due;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.VerbalApproval;
import org.prakat.common.web.FileView;
import org.prakat.gateway.adapter.in.ui.RequestView.Form;

/** A publication as publishing-service shows it to those who work on it. */
public record PublicationView(
        String id,
        long version,
        String status,
        int revision,
        Person requester,
        Person approver,
        OrderReference approvalOrder,
        Person webmaster,
        String category,
        PublicationPeriod publicationPeriod,
        Form form,
        List<FileView> attachments,
        Instant assignedAt,
        @Nullable Made check,
        @Nullable Instant publishAt,
        @Nullable Standing standing,
        Due due,
        @Nullable VerbalApproval verbalApproval,
        boolean confirmed,
        Upkeep upkeep,
        List<String> warnings,
        @Nullable TakeDown takeDown,
        String address) {

    /** The webmaster's check 3.1. */
    public record Made(Person webmaster, OrderReference order, Instant at, @Nullable String remark) {}

    /** Where it stands on the site, and for how long. */
    public record Standing(int fiscalYear, int publishingOrder, Instant publishedFrom, @Nullable Instant expiresAt) {}

    /** Why it left the site early. */
    public record TakeDown(String cause, String explanation, @Nullable Person by, Instant at) {}

    /** A slip in the text that was put right. */
    public record Correction(String field, String before, String after, Person by, Instant at) {}

    /** Somebody confirmed that it is current. */
    public record CurrencyCheck(Person by, Instant at) {}

    /** What stops its removal. */
    public record Hold(String reason, Person by, Instant at) {}

    /** What the approver handed over. */
    public record Assigned(
            int revision,
            Person requester,
            Person approver,
            String category,
            PublicationPeriod publicationPeriod,
            Form form,
            List<FileView> attachments,
            Due publishing) {}

    /** An approved request about it that is to be carried out. */
    public record Amendment(String requestId, Concern.Kind kind, Assigned assignment, boolean confirmed) {

        public boolean isLateAt(Instant now) {
            return !now.isBefore(assignment.publishing().at());
        }
    }

    /** What is done about it while it stands on the site. */
    public record Upkeep(
            List<Correction> corrections,
            List<CurrencyCheck> currencyChecks,
            @Nullable Due currencyDue,
            @Nullable Hold hold,
            List<Amendment> amendments) {}

    public boolean isAssigned() {
        return "ASSIGNED".equals(status);
    }

    public boolean isScheduled() {
        return "SCHEDULED".equals(status);
    }

    public boolean isPublished() {
        return "PUBLISHED".equals(status);
    }

    /** Whether it is on the site, or off it only for a while. */
    public boolean isOnSite() {
        return isPublished() || "SUSPENDED".equals(status);
    }

    public boolean isLateAt(Instant now) {
        return isAssigned() && !now.isBefore(due.at());
    }

    /** The title as the public reads it. */
    public String title() {
        return read("title", form.title());
    }

    public String summary() {
        return read("summary", form.summary());
    }

    public String source() {
        return read("source", form.source());
    }

    private String read(String field, @Nullable String submitted) {
        return upkeep.corrections().stream()
                .filter(correction -> correction.field().equalsIgnoreCase(field))
                .reduce((earlier, later) -> later)
                .map(Correction::after)
                .or(() -> Optional.ofNullable(submitted))
                .orElse("");
    }

    /** The last day on which it would stand on the site if it went up on this day; absent: it has no end. */
    public @Nullable LocalDate lastDayFrom(LocalDate firstDay) {
        return Optional.ofNullable(publicationPeriod.firstDayAfter(firstDay))
                .map(after -> after.minusDays(1))
                .orElse(null);
    }

    Optional<Amendment> amendment(String requestId) {
        return upkeep.amendments().stream()
                .filter(amendment -> amendment.requestId().equals(requestId))
                .findFirst();
    }
}

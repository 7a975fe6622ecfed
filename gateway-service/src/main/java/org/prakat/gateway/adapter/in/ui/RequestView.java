package org.prakat.gateway.adapter.in.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Concern;
import org.prakat.common.event.DataPeriod;
import org.prakat.common.event.Due;
import org.prakat.common.event.EvidenceTag;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.Warning;
import org.prakat.common.web.FileView;

/** A request as request-service shows it. */
public record RequestView(
        String id,
        long version,
        String status,
        int revision,
        Person requester,
        Form form,
        List<FileView> attachments,
        List<Warning> warnings,
        List<RejectionReason> reasons,
        @Nullable Standing publication,
        @Nullable Due confirmationDue,
        Instant createdAt) {

    /** The form, as far as it is filled in. */
    public record Form(
            @Nullable String title,
            @Nullable String summary,
            @Nullable String workGroup,
            @Nullable String category,
            @Nullable String source,
            @Nullable DataPeriod dataPeriod,
            @Nullable LocalDate wishedPublicationDate,
            @Nullable PublicationPeriod publicationPeriod,
            @Nullable String externalLink,
            @Nullable String remark,
            boolean urgent,
            @Nullable Concern concerning,
            @Nullable List<EvidenceTag> evidence) {

        static Form empty(@Nullable String workGroup) {
            return new Form(null, null, workGroup, null, null, null, null, null, null, null, false, null, List.of());
        }

        /** The steps in which it is filled in. */
        public List<FormStep> steps() {
            return FormStep.of(this);
        }

        /** What it asks about something on the site; absent: it is new. */
        public Concern.@Nullable Kind amends() {
            return concerning == null ? null : concerning.kind();
        }
    }

    /** Where its item stands on the site, or stood. */
    public record Standing(
            String category,
            int fiscalYear,
            int publishingOrder,
            String address,
            Instant publishedFrom,
            @Nullable Instant expiresAt) {}

    /** One step in its life. */
    public record TimelineEntry(
            Instant at,
            int revision,
            String step,
            @Nullable Person by,
            @Nullable String orderNumber,
            @Nullable Instant due,
            List<RejectionReason> reasons,
            @Nullable String remark,
            @Nullable Person to) {

        /** The remark, as a page shows it. */
        public @Nullable Remark noted() {
            return remark == null ? null : Remark.of(step, remark);
        }
    }

    /** Where a field of its form is filled in. */
    public String addressOf(String field) {
        return FormStep.of(field).at(id) + "#" + field;
    }

    public boolean isDraft() {
        return "DRAFT".equals(status);
    }

    /** Whether it asks about something whose title and place stay as they are. */
    public boolean isSettled() {
        Concern.Kind amends = form.amends();
        return amends == Concern.Kind.EXTEND || amends == Concern.Kind.REMOVE;
    }

    /** Whether nobody but its owner has seen it yet. */
    public boolean isDiscardable() {
        return isDraft() && revision == 1;
    }

    public boolean isTurnedBack() {
        return status.equals("REJECTED") || status.equals("RETURNED") || status.equals("CHANGES_REQUESTED");
    }

    public boolean isWaiting() {
        return status.equals("SUBMITTED") || status.equals("APPROVED") || status.equals("SCHEDULED");
    }

    /** Whether it waits for its approver. */
    public boolean isSubmitted() {
        return "SUBMITTED".equals(status);
    }

    /** How often it was submitted. */
    public int submissions() {
        return isDraft() ? revision - 1 : revision;
    }

    /** The case in which this submission is decided. */
    public String approvalCase() {
        return id + "-" + revision;
    }

    /** The item that it is about, or that it becomes; where it has been approved. */
    public String concernedItem() {
        return form.concerning() == null ? id : form.concerning().publication();
    }

    public boolean isPublished() {
        return "PUBLISHED".equals(status);
    }

    /** Whether it may still be taken back. */
    public boolean isWithdrawable() {
        return isWaiting() || status.equals("CHANGES_REQUESTED");
    }

    /** Whether its item leaves the site before this instant. */
    public boolean endsBefore(Instant instant) {
        return isPublished()
                && publication != null
                && publication.expiresAt() != null
                && publication.expiresAt().isBefore(instant);
    }
}

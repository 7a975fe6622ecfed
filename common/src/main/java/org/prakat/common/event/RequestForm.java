package org.prakat.common.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The publication request form, filled in (แบบฟอร์มการเผยแพร่ข้อมูลผ่านทางเว็บไซต์).
 *
 * @param office the id of the office that publishes
 * @param workGroup the id of the work group whose head approves
 * @param category the id of the category that the owner proposes; the approver sets the final one
 * @param source where the information comes from
 * @param wishedPublicationDate the day on which the owner wishes it to appear; absent: as soon as may be
 * @param externalLink an http or https address; a request without files must have one
 * @param urgent whether it may be approved by word of mouth
 * @param concerning what it asks about something already published; absent: it is new
 * @param evidence the assessments in which it is to serve
 */
public record RequestForm(
        String title,
        String summary,
        String office,
        String workGroup,
        String category,
        String source,
        DataPeriod dataPeriod,
        @Nullable LocalDate wishedPublicationDate,
        PublicationPeriod publicationPeriod,
        @Nullable String externalLink,
        @Nullable String remark,
        boolean urgent,
        @Nullable Concern concerning,
        List<EvidenceTag> evidence) {

    public RequestForm {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(workGroup, "workGroup");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(dataPeriod, "dataPeriod");
        Objects.requireNonNull(publicationPeriod, "publicationPeriod");
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }
}

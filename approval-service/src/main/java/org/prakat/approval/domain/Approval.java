package org.prakat.approval.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Check;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;

/**
 * What an approver fills in to allow a publication.
 *
 * @param guidelineChecked check 2.1: it follows the publication guideline
 * @param contentChecked check 2.2: it is correct
 * @param category where it is to be published
 * @param publicationPeriod how long it is to stand there
 * @param webmaster the account id of the person who is to publish it
 */
public record Approval(
        boolean guidelineChecked,
        @Nullable String guidelineRemark,
        boolean contentChecked,
        @Nullable String contentRemark,
        @Nullable String category,
        @Nullable PublicationPeriod publicationPeriod,
        @Nullable String webmaster,
        @Nullable String remark) {

    private static final int LONGEST_REMARK = 1_000;

    /**
     * What is known of the things that an approval names.
     *
     * @param category if there is one of that id in the office
     * @param webmaster if that person holds a valid order to publish
     * @param today the office's date
     */
    public record Facts(Optional<CategoryDefined> category, Optional<Person> webmaster, LocalDate today) {}

    List<Check> checks() {
        return List.of(new Check("2.1", guidelineRemark), new Check("2.2", contentRemark));
    }

    /** All that is wrong with it. */
    List<Fault> faults(List<Attachment> attachments, Facts facts) {
        List<Fault> faults = new ArrayList<>();
        if (!guidelineChecked) {
            faults.add(new Fault("guidelineChecked", "CHECK_REQUIRED"));
        }
        if (!contentChecked) {
            faults.add(new Fault("contentChecked", "CHECK_REQUIRED"));
        }
        length(faults, "guidelineRemark", guidelineRemark);
        length(faults, "contentRemark", contentRemark);
        length(faults, "remark", remark);
        checkCategory(faults, attachments, facts);
        checkPeriod(faults, facts);
        if (webmaster == null) {
            faults.add(new Fault("webmaster", "REQUIRED"));
        } else if (facts.webmaster().isEmpty()) {
            faults.add(new Fault("webmaster", "NO_VALID_ORDER"));
        }
        return faults;
    }

    private void checkCategory(List<Fault> faults, List<Attachment> attachments, Facts facts) {
        if (category == null) {
            faults.add(new Fault("category", "REQUIRED"));
        } else if (facts.category().isEmpty()) {
            faults.add(new Fault("category", "UNKNOWN"));
        } else if (!facts.category().get().active()) {
            faults.add(new Fault("category", "NOT_ACTIVE"));
        } else if (!attachments.stream()
                .allMatch(file -> isPermitted(file, facts.category().get().guidelineOn(facts.today())))) {
            faults.add(new Fault("category", "FILES_NOT_PERMITTED"));
        }
    }

    private static boolean isPermitted(Attachment file, Guideline guideline) {
        return guideline.permittedExtensions().contains(file.extension()) && file.size() <= guideline.maxFileSize();
    }

    private void checkPeriod(List<Fault> faults, Facts facts) {
        PublicationPeriod period = publicationPeriod;
        if (period == null) {
            faults.add(new Fault("publicationPeriod", "REQUIRED"));
        } else if (period.lastDay() != null && period.lastDay().isBefore(facts.today())) {
            faults.add(new Fault("publicationPeriod.lastDay", "IN_THE_PAST"));
        } else if (facts.category()
                .filter(found ->
                        period.isLongerThan(found.guidelineOn(facts.today()).longestPeriod(), facts.today()))
                .isPresent()) {
            faults.add(new Fault("publicationPeriod", "PERIOD_TOO_LONG"));
        }
    }

    private static void length(List<Fault> faults, String field, @Nullable String text) {
        if (text != null && text.codePointCount(0, text.length()) > LONGEST_REMARK) {
            faults.add(new Fault(field, "TOO_LONG", Map.of("max", String.valueOf(LONGEST_REMARK))));
        }
    }
}

package org.prakat.approval.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Concern;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.RequestForm;

/**
 * Where an allowed item is to stand, for how long, and who is to publish it.
 *
 * @param category where it is to be published
 * @param publicationPeriod how long it is to stand there
 * @param webmaster the account id of the person who is to publish it
 */
public record Assignment(
        @Nullable String category,
        @Nullable PublicationPeriod publicationPeriod,
        @Nullable String webmaster,
        @Nullable String remark) {

    /**
     * What is known of the things that it names.
     *
     * @param category if there is one of that id in the office
     * @param webmaster if that person holds a valid order to publish
     * @param today the office's date
     */
    public record Facts(Optional<CategoryDefined> category, Optional<Person> webmaster, LocalDate today) {}

    /** All that is wrong with it. An item on the site that is extended or removed keeps its category and its files. */
    List<Fault> faults(List<Attachment> attachments, RequestForm form, Facts facts) {
        Concern concern = form.concerning();
        List<Fault> faults = new ArrayList<>();
        Confirmation.length(faults, "remark", remark);
        if (concern != null && category != null && !category.equals(form.category())) {
            // Its address, and its number in the category, stay.
            faults.add(new Fault("category", "CATEGORY_MUST_STAY"));
        }
        checkCategory(faults, attachments, facts);
        if (concern == null || concern.kind() != Concern.Kind.REMOVE) {
            checkPeriod(faults, facts);
        }
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
                .map(found -> found.guidelineOn(facts.today()).longestPeriod())
                .filter(longest -> period.isLongerThan(longest, facts.today()))
                .isPresent()) {
            faults.add(new Fault("publicationPeriod", "PERIOD_TOO_LONG"));
        }
    }
}

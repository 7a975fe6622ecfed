package org.prakat.request.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.FiscalYear;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Concern;
import org.prakat.common.event.DataPeriod;
import org.prakat.common.event.EvidenceTag;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.WorkGroupDefined;

/**
 * The rules of the form (step 1, and the guideline's permitted types and periods). They find all faults at once.
 *
 * @param office the owner's office
 * @param workGroup the group that the form names, if there is one of that id
 * @param category the category that the form names, if there is one of that id
 * @param today the office's date
 */
public record FormRules(
        String office, Optional<WorkGroupDefined> workGroup, Optional<CategoryDefined> category, LocalDate today) {

    private static final int TITLE = 200;
    private static final int SUMMARY = 4_000;
    private static final int SOURCE = 300;
    private static final int REMARK = 1_000;
    private static final int LINK = 500;
    private static final int ID = 60;
    private static final int EVIDENCE_ITEM = 40;
    private static final int EVIDENCE_TAGS = 20;
    private static final int EVIDENCE_YEARS = 10;
    /** A date further off than this was typed in the other era: 2569 for 2026 or the other way round. */
    private static final int YEARS_OF_SENSE = 150;

    /** What is wrong already in a draft, however little is filled in. */
    public static List<Fault> faultsOfDraft(Draft draft) {
        List<Fault> faults = new ArrayList<>();
        length(faults, "title", draft.title(), TITLE);
        length(faults, "summary", draft.summary(), SUMMARY);
        length(faults, "workGroup", draft.workGroup(), ID);
        length(faults, "category", draft.category(), ID);
        length(faults, "source", draft.source(), SOURCE);
        length(faults, "remark", draft.remark(), REMARK);
        length(faults, "externalLink", draft.externalLink(), LINK);
        if (draft.evidence().size() > EVIDENCE_TAGS) {
            faults.add(new Fault("evidence", "TOO_MANY", Map.of("max", String.valueOf(EVIDENCE_TAGS))));
        }
        return faults;
    }

    /** The version of the guideline by which a form is judged that names a category. */
    public int guidelineVersion() {
        return category.orElseThrow().guidelineOn(today).version();
    }

    /** What is wrong with a form that is to be submitted. */
    public List<Fault> faults(Draft draft, List<Attachment> attachments) {
        List<Fault> faults = faultsOfDraft(draft);
        required(faults, "title", draft.title());
        required(faults, "summary", draft.summary());
        required(faults, "source", draft.source());
        checkWorkGroup(faults, draft);
        checkCategory(faults, draft);
        checkDataPeriod(faults, draft.dataPeriod());
        checkEvidence(faults, draft);
        Concern.@Nullable Kind amends =
                draft.concerning() == null ? null : draft.concerning().kind();
        if (amends != null) {
            required(faults, "remark", draft.remark());
        }
        if (amends != Concern.Kind.REMOVE) {
            checkPublicationPeriod(faults, draft);
        }
        if (amends == null || amends == Concern.Kind.REPLACE) {
            checkWishedDate(faults, draft.wishedPublicationDate());
            checkLink(faults, draft, attachments);
            guideline(draft).ifPresent(guideline -> {
                checkFiles(faults, guideline, attachments);
                checkRequired(faults, guideline, draft, attachments);
            });
        }
        return faults;
    }

    private Optional<Guideline> guideline(Draft draft) {
        return category.filter(
                        found -> found.office().equals(office) && found.id().equals(draft.category()))
                .map(found -> found.guidelineOn(today));
    }

    /** What the guideline of the category asks for beside what every form must say. */
    private static void checkRequired(
            List<Fault> faults, Guideline guideline, Draft draft, List<Attachment> attachments) {
        Map<String, Boolean> filledIn = Map.of(
                "externalLink", draft.externalLink() != null,
                "remark", draft.remark() != null,
                "wishedPublicationDate", draft.wishedPublicationDate() != null,
                "attachments", !attachments.isEmpty(),
                "evidence", !draft.evidence().isEmpty());
        guideline.requiredFields().stream()
                .sorted()
                .filter(field -> !filledIn.getOrDefault(field, true))
                .forEach(field -> faults.add(new Fault(field, "REQUIRED")));
    }

    private void checkEvidence(List<Fault> faults, Draft draft) {
        int thisYear = FiscalYear.of(today).number();
        for (int i = 0; i < draft.evidence().size(); i++) {
            EvidenceTag tag = draft.evidence().get(i);
            String field = "evidence[" + i + "]";
            if (tag.item().isBlank() || tag.item().length() > EVIDENCE_ITEM) {
                faults.add(new Fault(field + ".item", "TOO_LONG", Map.of("max", String.valueOf(EVIDENCE_ITEM))));
            }
            if (Math.abs(tag.fiscalYear() - thisYear) > EVIDENCE_YEARS) {
                faults.add(new Fault(field + ".fiscalYear", "WRONG_ERA"));
            }
            if (tag.quarter() != null && (tag.quarter() < 1 || tag.quarter() > 4)) {
                faults.add(new Fault(field + ".quarter", "OUT_OF_RANGE"));
            }
        }
    }

    private void checkWorkGroup(List<Fault> faults, Draft draft) {
        if (draft.workGroup() == null) {
            faults.add(new Fault("workGroup", "REQUIRED"));
        } else if (workGroup.filter(group -> group.office().equals(office)).isEmpty()) {
            faults.add(new Fault("workGroup", "UNKNOWN"));
        }
    }

    private void checkCategory(List<Fault> faults, Draft draft) {
        if (draft.category() == null) {
            faults.add(new Fault("category", "REQUIRED"));
            return;
        }
        Optional<CategoryDefined> own = category.filter(found -> found.office().equals(office));
        if (own.isEmpty()) {
            faults.add(new Fault("category", "UNKNOWN"));
        } else if (!own.get().active()) {
            faults.add(new Fault("category", "NOT_ACTIVE"));
        }
    }

    private static void checkFiles(List<Fault> faults, Guideline guideline, List<Attachment> attachments) {
        if (attachments.size() > guideline.maxFiles()) {
            faults.add(new Fault("attachments", "TOO_MANY_FILES", Map.of("max", String.valueOf(guideline.maxFiles()))));
        }
        for (Attachment file : attachments) {
            String field = "attachments." + file.id();
            if (!guideline.permittedExtensions().contains(file.extension())) {
                String permitted = String.join(", ", guideline.permittedExtensions());
                faults.add(new Fault(field, "TYPE_NOT_PERMITTED", Map.of("permitted", permitted)));
            }
            if (file.size() > guideline.maxFileSize()) {
                String max = guideline.maxFileSize() / (1024 * 1024) + " MB";
                faults.add(new Fault(field, "FILE_TOO_LARGE", Map.of("max", max)));
            }
        }
    }

    /** A plan for a fiscal year covers what is still to come, but what has not begun is not data yet. */
    private void checkDataPeriod(List<Fault> faults, @Nullable DataPeriod period) {
        if (period == null) {
            faults.add(new Fault("dataPeriod", "REQUIRED"));
        } else if (wrongEra(period.start()) || wrongEra(period.end())) {
            faults.add(new Fault("dataPeriod", "WRONG_ERA"));
        } else if (period.end().isBefore(period.start())) {
            faults.add(new Fault("dataPeriod.end", "END_BEFORE_START"));
        } else if (period.start().isAfter(today)) {
            faults.add(new Fault("dataPeriod.start", "IN_THE_FUTURE"));
        }
    }

    private void checkWishedDate(List<Fault> faults, @Nullable LocalDate wished) {
        if (wished == null) {
            return;
        }
        if (wrongEra(wished)) {
            faults.add(new Fault("wishedPublicationDate", "WRONG_ERA"));
        } else if (wished.isBefore(today)) {
            faults.add(new Fault("wishedPublicationDate", "IN_THE_PAST"));
        }
    }

    private void checkPublicationPeriod(List<Fault> faults, Draft draft) {
        PublicationPeriod period = draft.publicationPeriod();
        if (period == null) {
            faults.add(new Fault("publicationPeriod", "REQUIRED"));
            return;
        }
        LocalDate wished = draft.wishedPublicationDate();
        LocalDate firstDay = wished == null || wrongEra(wished) || wished.isBefore(today) ? today : wished;
        if (period.lastDay() != null && wrongEra(period.lastDay())) {
            faults.add(new Fault("publicationPeriod.lastDay", "WRONG_ERA"));
        } else if (period.lastDay() != null && period.lastDay().isBefore(firstDay)) {
            faults.add(new Fault("publicationPeriod.lastDay", "IN_THE_PAST"));
        } else if (category.filter(
                        found -> period.isLongerThan(found.guidelineOn(today).longestPeriod(), firstDay))
                .isPresent()) {
            faults.add(new Fault("publicationPeriod", "PERIOD_TOO_LONG"));
        }
    }

    private static void checkLink(List<Fault> faults, Draft draft, List<Attachment> attachments) {
        String link = draft.externalLink();
        if (link == null && attachments.isEmpty()) {
            faults.add(new Fault("attachments", "FILE_OR_LINK_REQUIRED"));
        } else if (link != null && !isWebAddress(link)) {
            faults.add(new Fault("externalLink", "INVALID_LINK"));
        }
    }

    private static boolean isWebAddress(String link) {
        try {
            URI address = new URI(link);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private boolean wrongEra(LocalDate date) {
        return Math.abs(date.getYear() - today.getYear()) > YEARS_OF_SENSE;
    }

    private static void required(List<Fault> faults, String field, @Nullable String text) {
        if (text == null) {
            faults.add(new Fault(field, "REQUIRED"));
        }
    }

    private static void length(List<Fault> faults, String field, @Nullable String text, int max) {
        if (text != null && text.codePointCount(0, text.length()) > max) {
            faults.add(new Fault(field, "TOO_LONG", Map.of("max", String.valueOf(max))));
        } else if (text != null && !PlainText.isText(text)) {
            faults.add(new Fault(field, "INVALID_CHARACTERS"));
        }
    }
}

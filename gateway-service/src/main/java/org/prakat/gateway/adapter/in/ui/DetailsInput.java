package org.prakat.gateway.adapter.in.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.EvidenceTag;
import org.prakat.gateway.adapter.in.ui.RequestView.Form;

/** The step of the form that says what is to be published, as it is typed. */
public record DetailsInput(
        @Nullable String title,
        @Nullable String summary,
        @Nullable String workGroup,
        @Nullable String category,
        @Nullable String externalLink,
        @Nullable String remark,
        @Nullable Boolean urgent,
        @Nullable List<EvidenceInput> evidence) {

    private static final int MOST_TAGS = 20;
    private static final int EMPTY_TAGS = 2;

    static DetailsInput of(Form form) {
        return new DetailsInput(
                form.title(),
                form.summary(),
                form.workGroup(),
                form.category(),
                form.externalLink(),
                form.remark(),
                form.urgent(),
                Optional.ofNullable(form.evidence()).orElse(List.of()).stream()
                        .map(EvidenceInput::of)
                        .toList());
    }

    public boolean hasEvidence() {
        return !tags().isEmpty();
    }

    /** What was typed as evidence, and room for more. */
    public List<EvidenceInput> rows() {
        List<EvidenceInput> rows = new ArrayList<>(tags());
        for (int i = 0; i < EMPTY_TAGS && rows.size() < MOST_TAGS; i++) {
            rows.add(EvidenceInput.EMPTY);
        }
        return rows;
    }

    private List<EvidenceInput> tags() {
        return Optional.ofNullable(evidence).orElse(List.of()).stream()
                .filter(tag -> tag != null && !tag.isEmpty())
                .toList();
    }

    private List<EvidenceTag> read(List<Fault> faults) {
        List<EvidenceTag> read = new ArrayList<>();
        for (EvidenceInput tag : tags()) {
            read.add(tag.read("evidence[" + read.size() + "]", faults));
        }
        return read;
    }

    /**
     * The form with what was typed here in it.
     *
     * @param faults gets what cannot be read
     */
    Form into(Form form, List<Fault> faults) {
        return new Form(
                title,
                summary,
                workGroup,
                category,
                form.source(),
                form.dataPeriod(),
                form.wishedPublicationDate(),
                form.publicationPeriod(),
                externalLink,
                remark,
                Boolean.TRUE.equals(urgent),
                form.concerning(),
                read(faults));
    }

    /** The form of a draft with what was typed here in it. */
    Form into(RequestView draft, List<Fault> faults) {
        return draft.isSettled() ? intoAmendment(draft.form()) : into(draft.form(), faults);
    }

    /** An amendment asks about something whose title and place are settled. */
    private Form intoAmendment(Form form) {
        return new Form(
                form.title(),
                form.summary(),
                form.workGroup(),
                form.category(),
                form.source(),
                form.dataPeriod(),
                form.wishedPublicationDate(),
                form.publicationPeriod(),
                form.externalLink(),
                remark,
                Boolean.TRUE.equals(urgent),
                form.concerning(),
                form.evidence());
    }
}

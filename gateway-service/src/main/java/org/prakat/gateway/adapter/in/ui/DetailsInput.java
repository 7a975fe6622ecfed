package org.prakat.gateway.adapter.in.ui;

import org.jspecify.annotations.Nullable;
import org.prakat.gateway.adapter.in.ui.RequestView.Form;

/** The step of the form that says what is to be published, as it is typed. */
public record DetailsInput(
        @Nullable String title,
        @Nullable String summary,
        @Nullable String workGroup,
        @Nullable String category,
        @Nullable String externalLink,
        @Nullable String remark,
        @Nullable Boolean urgent) {

    static DetailsInput of(Form form) {
        return new DetailsInput(
                form.title(),
                form.summary(),
                form.workGroup(),
                form.category(),
                form.externalLink(),
                form.remark(),
                form.urgent());
    }

    /** The form with what was typed here in it. */
    Form into(Form form) {
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
                form.evidence());
    }

    /** An amendment asks about something whose title and place are settled. */
    Form intoAmendment(Form form) {
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

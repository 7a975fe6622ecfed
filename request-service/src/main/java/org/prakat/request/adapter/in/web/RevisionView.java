package org.prakat.request.adapter.in.web;

import java.time.Instant;
import java.util.List;
import org.prakat.common.event.RequestForm;
import org.prakat.common.event.Warning;
import org.prakat.common.web.FileView;
import org.prakat.request.domain.SubmittedRevision;

/** A submission as the API shows it. */
record RevisionView(
        int number,
        RequestForm form,
        List<FileView> attachments,
        String digest,
        int guidelineVersion,
        List<Warning> warnings,
        Instant submittedAt) {

    static RevisionView of(SubmittedRevision submitted) {
        return new RevisionView(
                submitted.number(),
                submitted.form(),
                submitted.attachments().stream().map(FileView::of).toList(),
                submitted.digest(),
                submitted.guidelineVersion(),
                submitted.warnings(),
                submitted.submittedAt());
    }
}

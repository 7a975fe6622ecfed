package org.prakat.request.adapter.in.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.event.Announcement;
import org.prakat.common.event.Text;
import org.prakat.request.application.ReadOfficialForm;
import org.prakat.request.application.ReadOfficialForm.Filled;
import org.prakat.request.domain.OfficialForm;
import org.prakat.request.domain.OfficialForm.Decision;
import org.prakat.request.domain.OfficialForm.MadeCheck;
import org.prakat.request.domain.OfficialForm.Signatures;
import org.prakat.request.domain.Standing;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The office's form as data: what the paper says, box by box. */
@RestController
class OfficialFormController {

    /**
     * The form as the API shows it.
     *
     * @param submission the part that the owner filled in
     * @param publication where it was put on the site, and with which publishing order
     */
    record View(
            String requestId,
            @Nullable Text office,
            @Nullable Announcement announcement,
            @Nullable Text workGroup,
            @Nullable Text category,
            RevisionView submission,
            List<MadeCheck> checks,
            @Nullable Decision decision,
            @Nullable Standing publication,
            Signatures signatures) {

        static View of(Filled filled) {
            OfficialForm form = filled.form();
            return new View(
                    form.requestId(),
                    filled.office(),
                    filled.announcement(),
                    filled.workGroup(),
                    filled.category(),
                    RevisionView.of(form.submitted()),
                    form.checks(),
                    form.decision(),
                    form.standing(),
                    form.signatures());
        }
    }

    private final ReadOfficialForm read;

    OfficialFormController(ReadOfficialForm read) {
        this.read = read;
    }

    @GetMapping("/api/requests/{id}/form")
    View form(Identity who, @PathVariable String id, @RequestParam(required = false) @Nullable Integer revision) {
        return View.of(orRefuse(read.read(who, id, revision)));
    }
}

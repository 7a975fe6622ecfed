package org.prakat.publishing.adapter.in.site;

import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.web.RefusedException;
import org.prakat.common.web.UnchangedPages;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells gateways which of the public pages that they keep are still the same. It says no more than reading the pages would. */
@RestController
class UnchangedPagesController {

    private final KeptAnswers answers;

    UnchangedPagesController(KeptAnswers answers) {
        this.answers = answers;
    }

    @PostMapping(UnchangedPages.PATH)
    UnchangedPages.Answer unchanged(@RequestBody UnchangedPages.Question question) {
        if (question.pages().size() > UnchangedPages.MOST) {
            throw new RefusedException(Refusal.of(Reason.TOO_LARGE, "CONTENT_TOO_LARGE"));
        }
        return new UnchangedPages.Answer(answers.maxAges(question.pages()));
    }
}

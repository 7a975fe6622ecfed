package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.Concern;
import org.prakat.gateway.adapter.in.ui.ApproverApi.Assignment;
import org.prakat.gateway.adapter.in.ui.RequestView.Form;

/** Where an allowed item is to stand, for how long, and who is to publish it, as it is typed. */
public record AssignmentInput(
        @Nullable String category,
        @Nullable String unit,
        @Nullable String amount,
        @Nullable DateInput lastDay,
        @Nullable String webmaster,
        @Nullable String remark) {

    /** As the owner proposes it; where there is only one webmaster, it is they. */
    static AssignmentInput of(Form form, ApprovalChoices choices, Words words) {
        HowLongInput period = HowLongInput.of(form.publicationPeriod(), words);
        String only =
                choices.webmasters().size() == 1 ? choices.webmasters().get(0).id() : null;
        return new AssignmentInput(form.category(), period.unit(), period.amount(), period.lastDay(), only, null);
    }

    /** With an empty date where none was sent, as the page needs it. */
    AssignmentInput complete() {
        return new AssignmentInput(category, unit, amount, DateInput.orEmpty(lastDay), webmaster, remark);
    }

    /**
     * What is sent to approval-service.
     *
     * @param faults gets what cannot be read
     */
    Assignment read(Form form, Words words, List<Fault> faults) {
        // What stands on the site keeps its category, and what leaves it has no period any more.
        boolean settled = form.amends() == Concern.Kind.EXTEND || form.amends() == Concern.Kind.REMOVE;
        return new Assignment(
                settled ? form.category() : category,
                form.amends() == Concern.Kind.REMOVE
                        ? null
                        : new HowLongInput(unit, amount, lastDay).read(words, faults),
                webmaster,
                remark);
    }
}

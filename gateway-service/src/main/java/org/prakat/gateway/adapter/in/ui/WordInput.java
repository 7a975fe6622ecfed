package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.gateway.adapter.in.ui.ApproverApi.Word;

/** How something was allowed by word of mouth, as it is typed. */
public record WordInput(
        @Nullable String approver, @Nullable MomentInput said, @Nullable String means, @Nullable String note) {

    /** Ways to say something, as approval-service names them. */
    static final List<String> MEANS = List.of("TELEPHONE", "IN_PERSON", "MESSAGE", "OTHER");

    static final WordInput EMPTY = new WordInput(null, MomentInput.orEmpty(null), null, null);

    /** With an empty time where none was sent, as the page needs it. */
    WordInput complete() {
        return new WordInput(approver, MomentInput.orEmpty(said), means, note);
    }

    Word read(Words words, List<Fault> faults) {
        return new Word(approver, MomentInput.orEmpty(said).read("saidAt", words, faults), means, note);
    }
}

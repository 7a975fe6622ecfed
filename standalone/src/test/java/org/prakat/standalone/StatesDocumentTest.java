package org.prakat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.prakat.approval.domain.CaseStatus;
import org.prakat.publishing.domain.PublicationStatus;
import org.prakat.request.domain.RequestStatus;

/** {@code docs/states.md} is made from the transition tables; {@code -Dprakat.write-docs=true} makes it anew. */
class StatesDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "states.md");

    @Test
    void theDocumentShowsTheTransitionTables() throws Exception {
        String rendered =
                "# States\n\nMade from the code by `StatesDocumentTest`. A row is what is, a column what may follow.\n"
                        + table("PublicationRequest", RequestStatus.values(), RequestStatus::mayBecome)
                        + table("ApprovalCase", CaseStatus.values(), CaseStatus::mayBecome)
                        + table("Publication", PublicationStatus.values(), PublicationStatus::mayBecome);
        if (Boolean.getBoolean("prakat.write-docs")) {
            Files.writeString(DOCUMENT, rendered);
        }

        assertThat(DOCUMENT).content().isEqualTo(rendered);
    }

    private static <S> String table(String aggregate, S[] states, BiPredicate<S, S> mayBecome) {
        String head = Arrays.stream(states).map(String::valueOf).collect(Collectors.joining(" | "));
        StringBuilder table = new StringBuilder(
                "\n## " + aggregate + "\n\n| | " + head + " |\n|" + " --- |".repeat(states.length + 1) + "\n");
        for (S from : states) {
            String row = Arrays.stream(states)
                    .map(to -> mayBecome.test(from, to) ? "yes" : "")
                    .collect(Collectors.joining(" | "));
            table.append("| **").append(from).append("** | ").append(row).append(" |\n");
        }
        return table.toString();
    }
}

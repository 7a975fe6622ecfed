package org.prakat.gateway.adapter.in.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.prakat.common.event.RejectionReason;
import org.prakat.gateway.application.port.Services.Problem;
import org.prakat.gateway.application.port.Services.Problem.Fault;

class ReasonsInputTest {

    private static final List<ApprovalChoices.Reason> OFFERED = List.of(
            new ApprovalChoices.Reason("INCORRECT", "wrong"),
            new ApprovalChoices.Reason("OUTDATED", "old"),
            new ApprovalChoices.Reason("OTHER", "other"));

    private static final Map<String, String> SENT =
            Map.of("explanation.INCORRECT", "the sum", "explanation.OTHER", " see page 2 ", "version", "3");

    @Test
    void whatIsTickedIsGivenInTheOrderOfferedAndWhatIsNotIsKept() {
        ReasonsInput typed = ReasonsInput.of(Set.of("OTHER", "OUTDATED", "FORGED"), SENT, OFFERED);

        assertThat(typed.given())
                .containsExactly(new RejectionReason("OUTDATED", ""), new RejectionReason("OTHER", "see page 2"));
        assertThat(typed.has("INCORRECT")).isFalse();
        assertThat(typed.explanationOf("INCORRECT")).isEqualTo("the sum");
    }

    @Test
    void aFaultOfTheNthReasonStandsBesideItsField() {
        ReasonsInput typed = ReasonsInput.of(Set.of("OTHER", "OUTDATED"), SENT, OFFERED);
        Problem problem = new Problem(
                400,
                "INVALID",
                "wrong",
                List.of(new Fault("reasons[0].explanation", "REQUIRED", "m"), new Fault("reasons", "REQUIRED", "m")));

        assertThat(typed.onThePage(problem).faults())
                .extracting(Fault::field)
                .containsExactly("explanation.OUTDATED", "reasons");
    }
}

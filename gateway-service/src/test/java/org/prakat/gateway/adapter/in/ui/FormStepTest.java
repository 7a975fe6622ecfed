package org.prakat.gateway.adapter.in.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prakat.common.event.Concern;
import org.prakat.common.event.Concern.Kind;
import org.prakat.gateway.adapter.in.ui.RequestView.Form;

/** The steps of the form. */
class FormStepTest {

    @Test
    void whoAsksToExtendOrRemoveAttachesNothing() {
        assertThat(FormStep.of(about(null)))
                .containsExactly(FormStep.DETAILS, FormStep.PERIOD, FormStep.FILES, FormStep.CHECK);
        assertThat(FormStep.of(about(Kind.REPLACE))).hasSize(4);
        assertThat(FormStep.of(about(Kind.EXTEND))).containsExactly(FormStep.DETAILS, FormStep.PERIOD, FormStep.CHECK);
        assertThat(FormStep.of(about(Kind.REMOVE))).containsExactly(FormStep.DETAILS, FormStep.CHECK);
        assertThat(FormStep.DETAILS.next(about(Kind.REMOVE))).isEqualTo(FormStep.CHECK);
    }

    @Test
    void everyFieldStandsInItsStep() {
        assertThat(FormStep.of("title")).isEqualTo(FormStep.DETAILS);
        assertThat(FormStep.of("dataPeriod.end")).isEqualTo(FormStep.PERIOD);
        assertThat(FormStep.of("attachments.8w2x")).isEqualTo(FormStep.FILES);
    }

    private static Form about(Kind kind) {
        Concern concern = kind == null ? null : new Concern(kind, "8w2x4c6y8z2a");
        return new Form(null, null, null, null, null, null, null, null, null, null, false, concern, List.of());
    }
}

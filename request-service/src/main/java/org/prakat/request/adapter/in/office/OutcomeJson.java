package org.prakat.request.adapter.in.office;

import org.prakat.request.application.port.OutcomeText;
import org.prakat.request.application.port.Outcomes.Told;
import tools.jackson.databind.json.JsonMapper;

/** Outcomes as they are read, also where they are sent. */
record OutcomeJson(JsonMapper json) implements OutcomeText {

    @Override
    public byte[] structured(Told told) {
        return json.writeValueAsBytes(OutcomeView.of(told));
    }
}

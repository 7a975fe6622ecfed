package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.ReasonsDefined.Reason;

/** A reason of refusal as it is typed. */
public record ReasonInput(@Nullable String code, @Nullable String th, @Nullable String en, @Nullable Boolean active) {

    static final ReasonInput EMPTY = new ReasonInput(null, null, null, true);

    static ReasonInput of(Reason reason) {
        return new ReasonInput(reason.code(), reason.text().th(), reason.text().en(), reason.active());
    }

    /** The reason under this code, with what is wrong among the faults. */
    Reason read(String under, List<Fault> faults) {
        if (!under.matches("[A-Z][A-Z0-9_]{1,39}")) {
            faults.add(new Fault("code", "INVALID_CODE"));
        }
        if (Typed.text(th) == null) {
            faults.add(new Fault("text.th", "REQUIRED"));
        }
        if (Typed.text(en) == null) {
            faults.add(new Fault("text.en", "REQUIRED"));
        }
        return new Reason(under, Typed.text(th, en), Boolean.TRUE.equals(active));
    }
}

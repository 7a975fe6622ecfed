package org.prakat.gateway.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.StaffDefined.Absence;

/** When a person is away, as they or an administrator fill it in. */
public record Absences(@Nullable List<Absence> absences) {

    private static final int MOST = 100;

    public List<Fault> faults() {
        Faults faults =
                new Faults().required("absences", absences).check(days().size() <= MOST, "absences", "TOO_MANY");
        for (int i = 0; i < days().size(); i++) {
            boolean inOrder = !days().get(i).last().isBefore(days().get(i).first());
            faults.check(inOrder, "absences[" + i + "].last", "END_BEFORE_START");
        }
        return faults.found();
    }

    public List<Absence> days() {
        return absences == null ? List.of() : absences;
    }
}

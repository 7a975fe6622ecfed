package org.prakat.gateway.adapter.in.ui;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.StaffDefined.Absence;

/** Days of absence as they are typed. */
public record AbsenceInput(@Nullable DateInput first, @Nullable DateInput last) {

    static final AbsenceInput EMPTY = new AbsenceInput(DateInput.orEmpty(null), DateInput.orEmpty(null));

    /** With empty dates where none was sent, as the page needs it. */
    AbsenceInput complete() {
        return new AbsenceInput(DateInput.orEmpty(first), DateInput.orEmpty(last));
    }

    /** The days, or none where something is wrong, which then is among the faults. */
    @Nullable
    Absence read(Words words, List<Fault> faults) {
        LocalDate begin = DateInput.orEmpty(first).readRequired("absences.first", words, faults);
        LocalDate end = DateInput.orEmpty(last).readRequired("absences.last", words, faults);
        if (begin == null || end == null) {
            return null;
        }
        if (end.isBefore(begin)) {
            faults.add(new Fault("absences.last", "END_BEFORE_START"));
            return null;
        }
        return new Absence(begin, end);
    }
}

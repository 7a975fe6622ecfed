package org.prakat.gateway.adapter.in.ui;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.PublicHolidaysDefined.Holiday;

/** A public holiday as it is typed. */
public record HolidayInput(@Nullable DateInput date, @Nullable String th, @Nullable String en) {

    static final HolidayInput EMPTY = new HolidayInput(DateInput.orEmpty(null), null, null);

    /** With an empty date where none was sent, as the page needs it. */
    HolidayInput complete() {
        return new HolidayInput(DateInput.orEmpty(date), th, en);
    }

    /** The day, or none where something is wrong, which then is among the faults. */
    @Nullable
    Holiday read(Words words, List<Fault> faults) {
        LocalDate day = DateInput.orEmpty(date).readRequired("date", words, faults);
        if (Typed.text(th) == null) {
            faults.add(new Fault("name.th", "REQUIRED"));
        }
        if (Typed.text(en) == null) {
            faults.add(new Fault("name.en", "REQUIRED"));
        }
        return day == null || !faults.isEmpty() ? null : new Holiday(day, Typed.text(th, en));
    }
}

package org.prakat.gateway.adapter.in.ui;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.PublicationPeriod.Unit;

/** How long something is to be shown, as it is typed. */
public record HowLongInput(@Nullable String unit, @Nullable String amount, @Nullable DateInput lastDay) {

    static HowLongInput of(@Nullable PublicationPeriod period, Words words) {
        return period == null
                ? new HowLongInput(null, null, DateInput.orEmpty(null))
                : new HowLongInput(
                        period.unit().name(),
                        period.amount() == null ? null : String.valueOf(period.amount()),
                        DateInput.of(period.lastDay(), words));
    }

    /** The period, or none where nothing is chosen or something is wrong, which then is among the faults. */
    @Nullable
    PublicationPeriod read(Words words, List<Fault> faults) {
        if (unit == null || unit.isBlank()) {
            return null;
        }
        return switch (Unit.valueOf(unit)) {
            case DAYS, MONTHS, YEARS, YEARS_AFTER_FISCAL_YEAR -> counted(Unit.valueOf(unit), faults);
            case UNTIL_DATE -> until(words, faults);
            case END_OF_FISCAL_YEAR, UNTIL_REPLACED, PERMANENT -> PublicationPeriod.of(Unit.valueOf(unit));
        };
    }

    private @Nullable PublicationPeriod counted(Unit counting, List<Fault> faults) {
        try {
            int typed = Integer.parseInt(amount == null ? "" : amount.strip());
            return new PublicationPeriod(counting, typed, null);
        } catch (IllegalArgumentException e) {
            faults.add(new Fault("publicationPeriod.amount", "NOT_A_NUMBER"));
            return null;
        }
    }

    private @Nullable PublicationPeriod until(Words words, List<Fault> faults) {
        DateInput typed = DateInput.orEmpty(lastDay);
        LocalDate end = typed.read("publicationPeriod.lastDay", words, faults);
        if (typed.isEmpty()) {
            faults.add(new Fault("publicationPeriod.lastDay", "REQUIRED"));
        }
        return end == null ? null : PublicationPeriod.until(end);
    }
}

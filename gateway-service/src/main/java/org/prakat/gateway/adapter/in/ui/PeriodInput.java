package org.prakat.gateway.adapter.in.ui;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.DataPeriod;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.PublicationPeriod.Unit;
import org.prakat.gateway.adapter.in.ui.RequestView.Form;

/** The step of the form that says where the data comes from and how long it is to be shown, as it is typed. */
public record PeriodInput(
        @Nullable String source,
        @Nullable DateInput dataStart,
        @Nullable DateInput dataEnd,
        @Nullable DateInput wished,
        @Nullable String unit,
        @Nullable String amount,
        @Nullable DateInput lastDay) {

    static PeriodInput of(Form form, @Nullable PublicationPeriod proposed, Words words) {
        DataPeriod data = form.dataPeriod();
        PublicationPeriod period = form.publicationPeriod() == null ? proposed : form.publicationPeriod();
        return new PeriodInput(
                form.source(),
                DateInput.of(data == null ? null : data.start(), words),
                DateInput.of(data == null ? null : data.end(), words),
                DateInput.of(form.wishedPublicationDate(), words),
                period == null ? null : period.unit().name(),
                period == null || period.amount() == null ? null : String.valueOf(period.amount()),
                DateInput.of(period == null ? null : period.lastDay(), words));
    }

    /** With empty dates where none was sent, as the page needs it. */
    PeriodInput complete() {
        return new PeriodInput(
                source,
                DateInput.orEmpty(dataStart),
                DateInput.orEmpty(dataEnd),
                DateInput.orEmpty(wished),
                unit,
                amount,
                DateInput.orEmpty(lastDay));
    }

    /**
     * The form with what was typed here in it.
     *
     * @param faults gets what cannot be read
     */
    Form into(Form form, Words words, List<Fault> faults) {
        return new Form(
                form.title(),
                form.summary(),
                form.workGroup(),
                form.category(),
                source,
                dataPeriod(words, faults),
                DateInput.orEmpty(wished).read("wishedPublicationDate", words, faults),
                publicationPeriod(words, faults),
                form.externalLink(),
                form.remark(),
                form.urgent(),
                form.concerning(),
                form.evidence());
    }

    private @Nullable DataPeriod dataPeriod(Words words, List<Fault> faults) {
        DateInput first = DateInput.orEmpty(dataStart);
        DateInput last = DateInput.orEmpty(dataEnd);
        if (first.isEmpty() && last.isEmpty()) {
            return null;
        }
        LocalDate start = first.read("dataPeriod.start", words, faults);
        LocalDate end = last.read("dataPeriod.end", words, faults);
        if (first.isEmpty()) {
            faults.add(new Fault("dataPeriod.start", "REQUIRED"));
        }
        if (last.isEmpty()) {
            faults.add(new Fault("dataPeriod.end", "REQUIRED"));
        }
        return start == null || end == null ? null : new DataPeriod(start, end);
    }

    private @Nullable PublicationPeriod publicationPeriod(Words words, List<Fault> faults) {
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

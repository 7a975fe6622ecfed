package org.prakat.gateway.adapter.in.ui;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.DataPeriod;
import org.prakat.common.event.PublicationPeriod;
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
        HowLongInput shown =
                HowLongInput.of(form.publicationPeriod() == null ? proposed : form.publicationPeriod(), words);
        return new PeriodInput(
                form.source(),
                DateInput.of(data == null ? null : data.start(), words),
                DateInput.of(data == null ? null : data.end(), words),
                DateInput.of(form.wishedPublicationDate(), words),
                shown.unit(),
                shown.amount(),
                shown.lastDay());
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
                new HowLongInput(unit, amount, lastDay).read(words, faults),
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
}

package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.EvidenceTag;

/** An assessment in which the data is to serve as evidence, as it is typed. */
public record EvidenceInput(@Nullable String item, @Nullable String fiscalYear, @Nullable String quarter) {

    static final EvidenceInput EMPTY = new EvidenceInput(null, null, null);

    static EvidenceInput of(EvidenceTag tag) {
        return new EvidenceInput(
                tag.item(),
                String.valueOf(tag.fiscalYear()),
                tag.quarter() == null ? null : tag.quarter().toString());
    }

    boolean isEmpty() {
        return Typed.text(item) == null && Typed.text(fiscalYear) == null && Typed.text(quarter) == null;
    }

    /**
     * @param field the name of this one among the faults
     * @param faults gets what is missing and what cannot be read
     */
    EvidenceTag read(String field, List<Fault> faults) {
        String text = Typed.text(item);
        if (text == null) {
            faults.add(new Fault(field + ".item", "REQUIRED"));
        }
        int year = Typed.required(fiscalYear, field + ".fiscalYear", faults);
        return new EvidenceTag(text == null ? "" : text, year, Typed.number(quarter, field + ".quarter", faults));
    }
}

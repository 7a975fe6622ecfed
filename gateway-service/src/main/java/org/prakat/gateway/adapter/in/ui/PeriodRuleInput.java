package org.prakat.gateway.adapter.in.ui;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.PublicationPeriod.Unit;

/** How long things of a category are shown, as it is typed: a rule, so never until a date. */
public record PeriodRuleInput(@Nullable String unit, @Nullable String amount) {

    static final PeriodRuleInput EMPTY = new PeriodRuleInput(null, null);

    static PeriodRuleInput of(PublicationPeriod period) {
        Integer amount = period.amount();
        return new PeriodRuleInput(period.unit().name(), amount == null ? null : String.valueOf(amount));
    }

    /** What a rule may be counted in. */
    static List<String> units() {
        return Arrays.stream(Unit.values())
                .filter(unit -> unit != Unit.UNTIL_DATE)
                .map(Unit::name)
                .toList();
    }

    /** The period, or none where nothing is chosen or something is wrong, which then is among the faults. */
    @Nullable
    PublicationPeriod read(String field, List<Fault> faults) {
        String chosen = Typed.text(unit);
        if (chosen == null) {
            return null;
        }
        return switch (Unit.valueOf(chosen)) {
            case DAYS, MONTHS, YEARS, YEARS_AFTER_FISCAL_YEAR -> counted(Unit.valueOf(chosen), field, faults);
            case END_OF_FISCAL_YEAR, UNTIL_REPLACED, PERMANENT -> PublicationPeriod.of(Unit.valueOf(chosen));
            case UNTIL_DATE -> null;
        };
    }

    private @Nullable PublicationPeriod counted(Unit counting, String field, List<Fault> faults) {
        try {
            return new PublicationPeriod(counting, Typed.number(amount, field, faults), null);
        } catch (IllegalArgumentException e) {
            if (faults.stream().noneMatch(fault -> fault.field().equals(field))) {
                faults.add(new Fault(field, "NOT_A_NUMBER"));
            }
            return null;
        }
    }
}

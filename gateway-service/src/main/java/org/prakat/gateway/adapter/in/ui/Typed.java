package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.Text;

/** Reads what was typed into a field. */
final class Typed {

    private Typed() {}

    /** The text without the space around it; none where there is nothing else. */
    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** A text in both languages; what is missing of it is empty. */
    static Text text(@Nullable String th, @Nullable String en) {
        return new Text(th == null ? "" : th.strip(), en == null ? "" : en.strip());
    }

    /** A whole number from 0 on, or none where nothing is typed or something else, which then is among the faults. */
    static @Nullable Integer number(@Nullable String typed, String field, List<Fault> faults) {
        String text = text(typed);
        if (text == null) {
            return null;
        }
        try {
            // Thai digits are digits too.
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            faults.add(new Fault(field, "NOT_A_NUMBER"));
            return null;
        }
    }

    /** The same, where it must be filled in; 0 where it cannot be read. */
    static int required(@Nullable String typed, String field, List<Fault> faults) {
        if (text(typed) == null) {
            faults.add(new Fault(field, "REQUIRED"));
        }
        Integer number = number(typed, field, faults);
        return number == null ? 0 : number;
    }
}

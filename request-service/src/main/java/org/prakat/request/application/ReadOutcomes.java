package org.prakat.request.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Result;
import org.prakat.request.application.port.Outcomes;
import org.prakat.request.application.port.Outcomes.Told;

/** Another office reads what became of its requests. */
public final class ReadOutcomes {

    /**
     * Some outcomes.
     *
     * @param next the cursor to ask for what follows with, now or at any later time
     * @param more whether there are more already
     */
    public record Outlook(List<Told> items, String next, boolean more) {

        public Outlook {
            items = List.copyOf(items);
        }
    }

    private final Outcomes outcomes;

    public ReadOutcomes(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    static boolean isCursor(String text) {
        return text.matches("[0-9]{1,18}");
    }

    /** @param cursor as an earlier answer gave it; absent: from the beginning */
    public Result<Outlook> after(Identity who, @Nullable String cursor, int limit) {
        if (cursor != null && !isCursor(cursor)) {
            return Result.refused(Refusal.invalid(List.of(new Fault("after", "MALFORMED"))));
        }
        long number = cursor == null ? 0 : Long.parseLong(cursor);
        List<Told> items = outcomes.after(who.office(), number, limit);
        long last = items.isEmpty() ? number : items.get(items.size() - 1).number();
        return Result.ok(new Outlook(items, String.valueOf(last), items.size() == limit));
    }
}

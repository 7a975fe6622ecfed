package org.prakat.common.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An office (หน่วยงาน): this one, or another district's.
 *
 * @param announcement of its guideline; absent until the administrator names it
 */
public record OfficeDefined(String id, long version, Text name, OfficeRules rules, @Nullable Announcement announcement)
        implements ReferenceEvent {

    public OfficeDefined {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(rules, "rules");
    }

    @Override
    public String subject() {
        return "office/" + id;
    }
}

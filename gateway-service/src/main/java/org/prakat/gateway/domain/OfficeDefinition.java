package org.prakat.gateway.domain;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.Announcement;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.OfficeRules;
import org.prakat.common.event.Text;

/**
 * An office, as an administrator fills it in.
 *
 * @param rules absent: as before
 * @param announcement absent: as before
 * @param withoutAnnouncement whether none is named from now on
 */
public record OfficeDefinition(
        @Nullable Text name,
        @Nullable OfficeRules rules,
        @Nullable Announcement announcement,
        boolean withoutAnnouncement)
        implements Definition<OfficeDefined> {

    private static final int MOST_DAYS = 60;
    private static final int MOST_REMINDERS = 10;
    private static final int MOST_DAYS_BEFORE = 365;
    private static final int FIRST_YEAR = 2500;
    private static final int LAST_YEAR = 2700;

    @Override
    public List<Fault> faults(String id, Known known, Optional<OfficeDefined> before) {
        Faults faults = new Faults().id(id).text("name", name);
        if (rules != null) {
            faults.check(isNumberOfDays(rules.approvalDays()), "rules.approvalDays", "OUT_OF_RANGE")
                    .check(isNumberOfDays(rules.publishingDays()), "rules.publishingDays", "OUT_OF_RANGE")
                    .check(areReminders(rules.remindDaysBefore()), "rules.remindDaysBefore", "OUT_OF_RANGE");
        }
        if (announcement != null) {
            boolean buddhist = announcement.year() >= FIRST_YEAR && announcement.year() <= LAST_YEAR;
            faults.name("announcement.title", announcement.title())
                    .name("announcement.issuer", announcement.issuer())
                    .check(buddhist, "announcement.year", "WRONG_ERA");
        }
        return faults.found();
    }

    private static boolean isNumberOfDays(int days) {
        return days >= 1 && days <= MOST_DAYS;
    }

    private static boolean areReminders(List<Integer> days) {
        return days.size() <= MOST_REMINDERS
                && new HashSet<>(days).size() == days.size()
                && days.stream().allMatch(before -> before >= 1 && before <= MOST_DAYS_BEFORE);
    }

    @Override
    public OfficeDefined define(String id, long version, Optional<OfficeDefined> before) {
        OfficeRules inForce =
                rules != null ? rules : before.map(OfficeDefined::rules).orElse(OfficeRules.DEFAULT);
        return new OfficeDefined(id, version, requireNonNull(name), inForce, named(before));
    }

    private @Nullable Announcement named(Optional<OfficeDefined> before) {
        if (announcement != null || withoutAnnouncement) {
            return announcement;
        }
        return before.map(OfficeDefined::announcement).orElse(null);
    }
}

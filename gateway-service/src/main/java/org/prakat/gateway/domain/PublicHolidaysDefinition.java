package org.prakat.gateway.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.PublicHolidaysDefined;
import org.prakat.common.event.PublicHolidaysDefined.Holiday;

/** The public holidays of an office, as an administrator fills them in. Their id is the office's. */
public record PublicHolidaysDefinition(@Nullable List<Holiday> holidays) implements Definition<PublicHolidaysDefined> {

    private static final int MOST = 1_000;

    @Override
    public List<Fault> faults(String id, Known known, Optional<PublicHolidaysDefined> before) {
        List<Holiday> days = holidays == null ? List.of() : holidays;
        Faults faults = new Faults()
                .check(known.office(id), "id", "UNKNOWN")
                .required("holidays", holidays)
                .check(days.size() <= MOST, "holidays", "TOO_MANY")
                .check(
                        days.stream().map(Holiday::date).distinct().count() == days.size(),
                        "holidays",
                        "SAME_DAY_TWICE");
        for (int i = 0; i < days.size(); i++) {
            faults.text("holidays[" + i + "].name", days.get(i).name());
        }
        return faults.found();
    }

    @Override
    public PublicHolidaysDefined define(String id, long version, Optional<PublicHolidaysDefined> before) {
        return new PublicHolidaysDefined(id, version, holidays == null ? List.of() : holidays);
    }
}

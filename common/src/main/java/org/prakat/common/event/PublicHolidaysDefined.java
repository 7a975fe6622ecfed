package org.prakat.common.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The public holidays of an office (วันหยุดราชการ), all that are known.
 *
 * @param id the office's
 */
public record PublicHolidaysDefined(String id, long version, List<Holiday> holidays) implements ReferenceEvent {

    /** One day off. */
    public record Holiday(LocalDate date, Text name) {

        public Holiday {
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(name, "name");
        }
    }

    public PublicHolidaysDefined {
        Objects.requireNonNull(id, "id");
        holidays = List.copyOf(holidays);
    }

    @Override
    public String subject() {
        return "public-holidays/" + id;
    }
}

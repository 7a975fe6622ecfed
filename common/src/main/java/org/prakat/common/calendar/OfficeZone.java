package org.prakat.common.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The zone in which the offices have their days: Asia/Bangkok. */
public final class OfficeZone {

    public static final ZoneId ZONE = ZoneId.of("Asia/Bangkok");

    private OfficeZone() {}

    /** The office's date at this instant. */
    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The instant at which the office's day begins. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}

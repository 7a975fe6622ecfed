package org.prakat.gateway.adapter.in.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prakat.common.audit.AuditTrail;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Fault;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which entries of which trail are to be shown, as it is typed.
 *
 * @param about the beginning of an entry's id, or the number of a request by itself
 * @param until the last day, which counts
 */
public record AuditFilter(
        @Nullable String service,
        @Nullable String about,
        @Nullable String by,
        @Nullable String action,
        @Nullable DateInput from,
        @Nullable DateInput until) {

    /** What a trail calls the things that have the number of a request. */
    private static final Map<String, String> WITH_THAT_NUMBER = Map.of(
            "request-service",
            "requests/",
            "approval-service",
            "approval_cases/",
            "publishing-service",
            "publications/");

    /** With the first trail where none is named, and empty dates where none was sent. */
    AuditFilter complete() {
        return new AuditFilter(
                Typed.text(service) == null ? AuditTrails.names().get(0) : service,
                Typed.text(about),
                Typed.text(by),
                Typed.text(action),
                DateInput.orEmpty(from),
                DateInput.orEmpty(until));
    }

    /** Whether it leaves anything out. */
    public boolean limits() {
        return about != null
                || by != null
                || action != null
                || !DateInput.orEmpty(from).isEmpty()
                || !DateInput.orEmpty(until).isEmpty();
    }

    /** @param faults gets what cannot be read */
    AuditTrail.Query query(Words words, List<Fault> faults) {
        LocalDate first = DateInput.orEmpty(from).read("from", words, faults);
        LocalDate last = DateInput.orEmpty(until).read("until", words, faults);
        if (first != null && last != null && last.isBefore(first)) {
            faults.add(new Fault("until", "END_BEFORE_START"));
        }
        return new AuditTrail.Query(subject(), by, action, begin(first), begin(last == null ? null : last.plusDays(1)));
    }

    private @Nullable String subject() {
        return isNumber() ? WITH_THAT_NUMBER.getOrDefault(Objects.requireNonNull(service), "") + about : about;
    }

    private boolean isNumber() {
        return about != null && !about.contains("/");
    }

    private static @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(OfficeZone.ZONE).toInstant();
    }

    /** Where the page stands that shows just these. */
    public String address() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(AuditTrailController.PATH);
        with(address, "service", service);
        with(address, "about", about);
        with(address, "by", by);
        with(address, "action", action);
        with(address, "from", DateInput.orEmpty(from));
        with(address, "until", DateInput.orEmpty(until));
        return address.encode().build().toUriString();
    }

    /** Where another trail stands, with as much of this as holds for it, too. */
    public String in(String trail) {
        return new AuditFilter(trail, isNumber() ? about : null, by, null, from, until).address();
    }

    /** Where everything stands that concerns one thing, or that one person did. */
    public String only(@Nullable String thing, @Nullable String person) {
        return new AuditFilter(service, thing, person, null, null, null).address();
    }

    private static void with(UriComponentsBuilder address, String name, DateInput date) {
        with(address, name + ".day", date.day());
        with(address, name + ".month", date.month());
        with(address, name + ".year", date.year());
    }

    private static void with(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address.queryParam(name, value);
        }
    }
}

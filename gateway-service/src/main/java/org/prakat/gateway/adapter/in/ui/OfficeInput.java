package org.prakat.gateway.adapter.in.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.Announcement;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.OfficeRules;
import org.prakat.gateway.domain.OfficeDefinition;

/** An office with its rules and its announcement as they are typed; where nothing of the announcement is filled in, there is none. */
public record OfficeInput(
        @Nullable String id,
        @Nullable String th,
        @Nullable String en,
        @Nullable String approvalDays,
        @Nullable String publishingDays,
        @Nullable String remindDaysBefore,
        @Nullable Boolean suspendUnconfirmed,
        @Nullable Boolean approverMayPublish,
        @Nullable String title,
        @Nullable String issuer,
        @Nullable String number,
        @Nullable String year) {

    /** A new one, with the rules that hold until it says otherwise. */
    static OfficeInput empty() {
        return of(null, null, null, OfficeRules.DEFAULT, null);
    }

    static OfficeInput of(OfficeDefined office) {
        return of(office.id(), office.name().th(), office.name().en(), office.rules(), office.announcement());
    }

    private static OfficeInput of(
            @Nullable String id,
            @Nullable String th,
            @Nullable String en,
            OfficeRules rules,
            @Nullable Announcement announcement) {
        return new OfficeInput(
                id,
                th,
                en,
                String.valueOf(rules.approvalDays()),
                String.valueOf(rules.publishingDays()),
                rules.remindDaysBefore().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                rules.suspendUnconfirmed(),
                rules.approverMayPublish(),
                announcement == null ? null : announcement.title(),
                announcement == null ? null : announcement.issuer(),
                announcement == null ? null : announcement.number(),
                announcement == null ? null : String.valueOf(announcement.year()));
    }

    /** @param faults gets what cannot be read */
    OfficeDefinition definition(List<Fault> faults) {
        OfficeRules rules = new OfficeRules(
                Typed.required(approvalDays, "rules.approvalDays", faults),
                Typed.required(publishingDays, "rules.publishingDays", faults),
                reminders(faults),
                Boolean.TRUE.equals(suspendUnconfirmed),
                Boolean.TRUE.equals(approverMayPublish));
        Announcement named = announcement(faults);
        return new OfficeDefinition(Typed.text(th, en), rules, named, named == null);
    }

    private List<Integer> reminders(List<Fault> faults) {
        String typed = Typed.text(remindDaysBefore);
        List<Integer> days = new ArrayList<>();
        for (String each : typed == null ? new String[0] : typed.split("[,\\s]+")) {
            days.add(Typed.required(each, "rules.remindDaysBefore", faults));
        }
        return days;
    }

    private @Nullable Announcement announcement(List<Fault> faults) {
        boolean none = Arrays.asList(title, issuer, number, year).stream().allMatch(each -> Typed.text(each) == null);
        return none
                ? null
                : new Announcement(
                        title == null ? "" : title.strip(),
                        issuer == null ? "" : issuer.strip(),
                        Typed.text(number),
                        Typed.required(year, "announcement.year", faults));
    }
}

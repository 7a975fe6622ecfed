package org.prakat.request.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.prakat.common.calendar.FiscalYear;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Role;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.RegisterEntry;
import org.prakat.request.domain.RequestStatistics;

/** The register of what an office was asked to publish in a fiscal year, and the year in numbers (for the yearly assessment). */
public final class ReadRegister {

    private final Requests requests;
    private final InstantSource clock;

    public ReadRegister(Requests requests, InstantSource clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** Whether somebody may read the register of their office. */
    public Result<FiscalYear> allowed(Identity who, int fiscalYear) {
        boolean reads = who.has(Role.ADMINISTRATOR) || who.has(Role.AUDITOR) || who.has(Role.APPROVER);
        return reads ? Result.ok(new FiscalYear(fiscalYear)) : Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
    }

    /** Hands over the entries of a year one by one, the oldest first; they do not stay in memory. */
    public void forEach(Identity who, FiscalYear year, Consumer<RegisterEntry> entries) {
        Instant from = OfficeZone.startOf(year.firstDay());
        Instant until = OfficeZone.startOf(year.lastDay().plusDays(1));
        requests.forEachSubmitted(who.office(), from, until, request -> entries.accept(RegisterEntry.of(request)));
    }

    public Result<RequestStatistics> statistics(Identity who, int fiscalYear) {
        return allowed(who, fiscalYear).map(year -> {
            RequestStatistics statistics = new RequestStatistics(clock.instant());
            forEach(who, year, statistics::add);
            return statistics;
        });
    }
}

package org.prakat.gateway.adapter.in.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prakat.common.audit.AuditDesk;
import org.prakat.common.audit.AuditTrail;
import org.prakat.common.audit.AuditTrail.Numbered;
import org.prakat.common.audit.Verification;
import org.prakat.common.domain.Page;
import org.prakat.gateway.application.port.Services;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Service;

/** The audit trails of all services and of the gateway itself, as pages ask for them. */
final class AuditTrails {

    /** The gateway's own trail, by the name under which the API shows it. */
    static final String OWN = "gateway-service";

    private static final String PATH = "/api/audit";

    /** A page of a trail as a service shows it. */
    record Entries(List<Numbered> items, @Nullable String next) {

        static Entries of(Page<Numbered> page) {
            return new Entries(page.items(), page.next());
        }
    }

    private final Services services;
    private final AuditDesk own;
    private final Refusals refusals;

    AuditTrails(Services services, AuditDesk own, Refusals refusals) {
        this.services = services;
        this.own = own;
        this.refusals = refusals;
    }

    /** All that have a trail. */
    static List<String> names() {
        return Stream.concat(Arrays.stream(Service.values()).map(Service::id), Stream.of(OWN))
                .toList();
    }

    Answer<Entries> list(Caller caller, String service, AuditTrail.Query query, @Nullable String cursor, int limit) {
        if (service.equals(OWN)) {
            return refusals.answer(own.list(caller.identity(), query, cursor, limit), caller.language())
                    .either(page -> new Answer.Done<>(Entries.of(page)), Answer.Refused::new);
        }
        StringBuilder path = new StringBuilder(PATH + "?limit={limit}");
        List<Object> arguments = new ArrayList<>(List.of(limit));
        with(path, arguments, "about", query.about());
        with(path, arguments, "by", query.by());
        with(path, arguments, "action", query.action());
        with(path, arguments, "from", query.from());
        with(path, arguments, "until", query.until());
        with(path, arguments, "cursor", cursor);
        return services.get(caller, named(service), Entries.class, path.toString(), arguments.toArray());
    }

    private static void with(StringBuilder path, List<Object> arguments, String name, @Nullable Object value) {
        if (value != null) {
            path.append('&').append(name).append("={").append(name).append('}');
            arguments.add(value);
        }
    }

    Answer<Verification> verify(Caller caller, String service) {
        return service.equals(OWN)
                ? refusals.answer(own.verify(caller.identity(), List.of()), caller.language())
                : services.get(caller, named(service), Verification.class, PATH + "/verification");
    }

    private static Service named(String name) {
        return find(name).orElseThrow(PageProblem::notFound);
    }

    private static Optional<Service> find(String name) {
        return Arrays.stream(Service.values())
                .filter(service -> service.id().equals(name))
                .findFirst();
    }
}

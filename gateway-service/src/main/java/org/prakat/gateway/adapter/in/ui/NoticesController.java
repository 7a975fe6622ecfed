package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.gateway.application.port.Services;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Change;
import org.prakat.gateway.application.port.Services.Service;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person was told, and how they wish to be told. */
@Controller
class NoticesController {

    static final String PATH = "/staff/notices";

    /** The ways of telling, as request-service names them. */
    private static final List<String> DELIVERIES = List.of("AT_ONCE", "DAILY_DIGEST", "IN_APP_ONLY");

    private static final int ON_A_PAGE = 25;

    /** A notice as request-service shows it. */
    public record Notice(
            String id,
            String kind,
            String requestId,
            String subject,
            String body,
            @Nullable String address,
            Instant at,
            @Nullable Instant readAt) {}

    /** A page of notices, and how many of all are unread. */
    public record Notices(List<Notice> items, @Nullable String next, long unread) {}

    private record Delivery(String delivery) {}

    private final Services services;

    NoticesController(Services services) {
        this.services = services;
    }

    static Answer<Notices> newest(Services services, Caller caller, int limit) {
        return services.get(caller, Service.REQUESTS, Notices.class, "/api/notices?limit={limit}", limit);
    }

    @GetMapping(PATH)
    String list(Caller caller, @RequestParam(required = false) @Nullable String cursor, Model model) {
        Answer<Notices> page = cursor == null
                ? newest(services, caller, ON_A_PAGE)
                : services.get(
                        caller,
                        Service.REQUESTS,
                        Notices.class,
                        "/api/notices?limit={limit}&cursor={cursor}",
                        ON_A_PAGE,
                        cursor);
        model.addAttribute("notices", orProblem(page));
        model.addAttribute("first", cursor == null);
        Answer<Delivery> delivery = services.get(caller, Service.REQUESTS, Delivery.class, "/api/notices/delivery");
        model.addAttribute("delivery", orProblem(delivery).delivery());
        model.addAttribute("deliveries", DELIVERIES);
        return "staff/notices";
    }

    /** Opens what a notice is about; it then has been read. */
    @PostMapping(PATH + "/{id}")
    String open(Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String next) {
        orProblem(services.send(
                caller, Change.post(Service.REQUESTS, "/api/notices/read").with(Map.of("id", id))));
        return "redirect:" + (next == null ? PATH : LocalPath.or(next));
    }

    @PostMapping(PATH + "/delivery")
    String choose(Caller caller, @RequestParam String delivery) {
        Change choice = Change.put(Service.REQUESTS, "/api/notices/delivery").with(new Delivery(delivery));
        orProblem(services.send(caller, choice));
        return "redirect:" + PATH + "?done=deliverySaved";
    }
}

package org.prakat.gateway.adapter.in.ui;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.gateway.application.port.Services;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Change;
import org.prakat.gateway.application.port.Services.Service;

/** What the webmaster's pages ask of publishing-service. */
final class WebmasterApi {

    /** A page of publications. */
    record PublicationList(List<PublicationView> items, @Nullable String next) {}

    /** Another publication that has, or had, the same file. */
    record Copy(String id, String title, String status, String address) {}

    /** Check 3.1, and when it is to appear; absent: at once. */
    record Instruction(boolean checked, @Nullable String remark, @Nullable Instant publishAt) {}

    /** Why something is to leave the site now. */
    record TakeDown(
            @Nullable String cause,
            @Nullable String explanation,
            @Nullable String successor,
            @Nullable String notice) {}

    private record Correction(String field, @Nullable String text) {}

    private record HoldReason(@Nullable String reason) {}

    private static final String ALL = "/api/publications";
    private static final String ONE = ALL + "/{id}";
    private static final String AMENDMENT = ONE + "/amendments/{request}";

    private final Services services;

    WebmasterApi(Services services) {
        this.services = services;
    }

    Answer<PublicationList> ofStatus(Caller caller, String status, @Nullable String cursor, int limit) {
        return page(
                caller, new Listing(Service.PUBLICATIONS, ALL + "?status={status}", List.of(status)), cursor, limit);
    }

    Answer<PublicationList> withAmendments(Caller caller, @Nullable String cursor, int limit) {
        return page(caller, new Listing(Service.PUBLICATIONS, ALL + "/amendments", List.of()), cursor, limit);
    }

    Answer<PublicationList> currencyOverdue(Caller caller, @Nullable String cursor, int limit) {
        return page(caller, new Listing(Service.PUBLICATIONS, ALL + "/currency-overdue", List.of()), cursor, limit);
    }

    Answer<PublicationList> expiring(Caller caller, @Nullable String cursor, int limit) {
        return page(caller, new Listing(Service.PUBLICATIONS, ALL + "/expiring", List.of()), cursor, limit);
    }

    private Answer<PublicationList> page(Caller caller, Listing listing, @Nullable String cursor, int limit) {
        return listing.page(services, caller, PublicationList.class, cursor, limit);
    }

    Answer<PublicationView> read(Caller caller, String id) {
        return services.get(caller, Service.PUBLICATIONS, PublicationView.class, ONE, id);
    }

    /** The page as the public will see it. */
    Answer<String> preview(Caller caller, String id, String language) {
        return services.get(caller, Service.PUBLICATIONS, String.class, ONE + "/preview?lang={language}", id, language);
    }

    Answer<List<Copy>> copies(Caller caller, String id) {
        Answer<Copy[]> answer = services.get(caller, Service.PUBLICATIONS, Copy[].class, ONE + "/copies", id);
        return answer.either(copies -> new Answer.Done<>(List.of(copies)), Answer.Refused::new);
    }

    Answer<PublicationView> publish(Caller caller, String id, long seen, Instruction instruction) {
        return send(caller, post(id, "publication").about(seen).with(instruction));
    }

    Answer<PublicationView> cancelSchedule(Caller caller, String id, long seen) {
        return send(caller, post(id, "schedule-cancellation").about(seen));
    }

    /** @param to {@code return} for the owner, {@code return-to-approver} */
    Answer<PublicationView> turnBack(Caller caller, String id, String to, long seen, ReasonsInput reasons) {
        return send(caller, post(id, to).about(seen).with(Map.of("reasons", reasons.given())));
    }

    Answer<PublicationView> correct(Caller caller, String id, long seen, String field, @Nullable String text) {
        return send(caller, post(id, "correction").about(seen).with(new Correction(field, text)));
    }

    Answer<PublicationView> confirmCurrent(Caller caller, String id, long seen) {
        return send(caller, post(id, "currency-check").about(seen));
    }

    Answer<PublicationView> hold(Caller caller, String id, long seen, @Nullable String reason) {
        return send(caller, post(id, "hold").about(seen).with(new HoldReason(reason)));
    }

    Answer<PublicationView> release(Caller caller, String id, long seen) {
        return send(
                caller, Change.delete(Service.PUBLICATIONS, ONE + "/hold", id).about(seen));
    }

    Answer<PublicationView> takeDown(Caller caller, String id, long seen, TakeDown order) {
        return send(caller, post(id, "take-down").about(seen).with(order));
    }

    Answer<PublicationView> execute(Caller caller, String id, String request, long seen, Instruction instruction) {
        Change change = Change.post(Service.PUBLICATIONS, AMENDMENT + "/execution", id, request);
        return send(caller, change.about(seen).with(instruction));
    }

    Answer<PublicationView> turnBackAmendment(
            Caller caller, String id, String request, long seen, ReasonsInput reasons) {
        Change change = Change.post(Service.PUBLICATIONS, AMENDMENT + "/return", id, request);
        return send(caller, change.about(seen).with(Map.of("reasons", reasons.given())));
    }

    private static Change post(String id, String what) {
        return Change.post(Service.PUBLICATIONS, ONE + "/{what}", id, what);
    }

    private Answer<PublicationView> send(Caller caller, Change change) {
        return services.send(caller, change, PublicationView.class);
    }
}

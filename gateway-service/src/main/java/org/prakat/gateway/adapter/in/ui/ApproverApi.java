package org.prakat.gateway.adapter.in.ui;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.Text;
import org.prakat.common.event.WarningAnswer;
import org.prakat.gateway.application.port.Services;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Change;
import org.prakat.gateway.application.port.Services.Service;

/** What the approver's pages ask of approval-service. */
final class ApproverApi {

    /** A page of cases. */
    record CaseList(List<CaseView> items, @Nullable String next) {}

    /** The checks 2.1 and 2.2, and an answer to every warning. */
    record Confirmation(
            boolean guidelineChecked,
            @Nullable String guidelineRemark,
            boolean contentChecked,
            @Nullable String contentRemark,
            List<WarningAnswer> answers) {}

    /** Where an allowed item is to stand, for how long, and who is to publish it. */
    record Assignment(
            @Nullable String category,
            @Nullable PublicationPeriod publicationPeriod,
            @Nullable String webmaster,
            @Nullable String remark) {}

    private record Approval(
            boolean guidelineChecked,
            @Nullable String guidelineRemark,
            boolean contentChecked,
            @Nullable String contentRemark,
            List<WarningAnswer> answers,
            @Nullable String category,
            @Nullable PublicationPeriod publicationPeriod,
            @Nullable String webmaster,
            @Nullable String remark) {

        static Approval of(Confirmation checks, Assignment assignment) {
            return new Approval(
                    checks.guidelineChecked(),
                    checks.guidelineRemark(),
                    checks.contentChecked(),
                    checks.contentRemark(),
                    checks.answers(),
                    assignment.category(),
                    assignment.publicationPeriod(),
                    assignment.webmaster(),
                    assignment.remark());
        }
    }

    /** Something on the site, as the public sees it. */
    public record OnSite(
            String id,
            String address,
            String title,
            Text workGroup,
            Instant publishedFrom,
            @Nullable Instant expiresAt) {}

    private record SiteList(List<OnSite> items) {}

    /** How something was allowed by word of mouth. */
    record Word(@Nullable String approver, @Nullable Instant saidAt, @Nullable String means, @Nullable String note) {}

    private record VerbalRecord(
            @Nullable String approver,
            @Nullable Instant saidAt,
            @Nullable String means,
            @Nullable String note,
            @Nullable String category,
            @Nullable PublicationPeriod publicationPeriod,
            @Nullable String webmaster,
            @Nullable String remark) {

        static VerbalRecord of(Word word, Assignment assignment) {
            return new VerbalRecord(
                    word.approver(),
                    word.saidAt(),
                    word.means(),
                    word.note(),
                    assignment.category(),
                    assignment.publicationPeriod(),
                    assignment.webmaster(),
                    assignment.remark());
        }
    }

    private record HandOver(@Nullable String to, @Nullable String explanation) {}

    private static final String ALL = "/api/approvals";
    private static final String ONE = ALL + "/{id}";

    private final Services services;

    ApproverApi(Services services) {
        this.services = services;
    }

    Answer<CaseList> cases(Caller caller, String status, @Nullable String cursor, int limit) {
        Listing ofStatus = new Listing(Service.APPROVALS, ALL + "?status={status}", List.of(status));
        return ofStatus.page(services, caller, CaseList.class, cursor, limit);
    }

    /** The newest of a category on the site, at most so many. */
    Answer<List<OnSite>> onSite(Caller caller, String category, int limit) {
        return services.get(
                        caller,
                        Service.PUBLICATIONS,
                        SiteList.class,
                        "/api/public/items?category={category}&limit={limit}",
                        category,
                        limit)
                .either(found -> new Answer.Done<>(found.items()), Answer.Refused::new);
    }

    Answer<CaseView> read(Caller caller, String id) {
        return services.get(caller, Service.APPROVALS, CaseView.class, ONE, id);
    }

    Answer<ApprovalChoices> choices(Caller caller) {
        return services.get(caller, Service.APPROVALS, ApprovalChoices.class, ALL + "/choices");
    }

    /** Who may decide on a case today. */
    Answer<List<Person>> approvers(Caller caller, String id) {
        Answer<Person[]> answer = services.get(caller, Service.APPROVALS, Person[].class, ONE + "/approvers", id);
        return answer.either(people -> new Answer.Done<>(List.of(people)), Answer.Refused::new);
    }

    Answer<CaseView> approve(Caller caller, String id, long seen, Confirmation checks, Assignment assignment) {
        return send(caller, id, "approval", seen, Approval.of(checks, assignment));
    }

    Answer<CaseView> confirm(Caller caller, String id, long seen, Confirmation checks) {
        return send(caller, id, "confirmation", seen, checks);
    }

    /** @param step {@code rejection}, {@code changes-request} or {@code confirmation-refusal} */
    Answer<CaseView> turnBack(Caller caller, String id, String step, long seen, ReasonsInput reasons) {
        return send(caller, id, step, seen, Map.of("reasons", reasons.given()));
    }

    Answer<CaseView> recordVerbal(Caller caller, String id, long seen, Word word, Assignment assignment) {
        return send(caller, id, "verbal-approval", seen, VerbalRecord.of(word, assignment));
    }

    Answer<CaseView> handOver(Caller caller, String id, long seen, @Nullable String to, @Nullable String explanation) {
        return send(caller, id, "hand-over", seen, new HandOver(to, explanation));
    }

    private Answer<CaseView> send(Caller caller, String id, String step, long seen, Object body) {
        Change change = Change.post(Service.APPROVALS, ONE + "/{step}", id, step)
                .about(seen)
                .with(body);
        return services.send(caller, change, CaseView.class);
    }
}

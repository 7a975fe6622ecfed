package org.prakat.approval.adapter.out.mongo;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.prakat.approval.application.port.ApprovalCases;
import org.prakat.approval.domain.ApprovalCase;
import org.prakat.approval.domain.CaseStatistics;
import org.prakat.approval.domain.CaseStatus;
import org.prakat.common.domain.Cursor;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Versioned;
import org.prakat.common.mongo.AggregateCollection;
import org.prakat.common.mongo.AggregateStorage;
import org.prakat.common.mongo.CursorFilters;

/** Approval cases in the collection {@code approval_cases}. */
public final class MongoApprovalCases extends AggregateCollection<ApprovalCase> implements ApprovalCases {

    private static final String WORK_GROUP = "state.form.workGroup";
    private static final String REQUESTER = "state.requester.id";
    private static final String URGENT = "state.form.urgent";
    private static final String SUBMITTED = "state.submittedAt";
    private static final List<String> WAITING = List.of(CaseStatus.PENDING.name(), CaseStatus.APPROVED_VERBALLY.name());

    public MongoApprovalCases(AggregateStorage storage) {
        super(storage, "approval_cases", ApprovalCase.class, Audited.by(approvalCase -> approvalCase
                .form()
                .office()));
        documents()
                .createIndex(Indexes.compoundIndex(
                        Indexes.ascending("state.form.office", "state.status"),
                        Indexes.descending(URGENT),
                        Indexes.ascending(SUBMITTED, "_id")));
        documents().createIndex(Indexes.ascending("state.form.office", SUBMITTED));
    }

    @Override
    public Page<Versioned<ApprovalCase>> list(
            String office, @Nullable Scope scope, CaseStatus status, @Nullable String cursor, int limit) {
        boolean pending = status == CaseStatus.PENDING;
        List<Bson> filters = new ArrayList<>();
        filters.add(eq("state.form.office", office));
        filters.add(eq("state.status", status.name()));
        if (scope != null) {
            filters.add(within(scope));
        }
        Optional.ofNullable(cursor)
                .flatMap(Cursor::decode)
                .filter(after -> !after.id().isEmpty())
                .ifPresent(after -> filters.add(pending ? afterPending(after) : beforeSettled(after)));
        Bson sort = pending ? orderBy(descending(URGENT), ascending(SUBMITTED, "_id")) : descending(SUBMITTED, "_id");
        List<Versioned<ApprovalCase>> found = find(and(filters), sort, limit);
        return Page.of(found, limit, last -> cursor(last.state()));
    }

    @Override
    public Page<Versioned<ApprovalCase>> overdue(
            String office, @Nullable Scope scope, @Nullable String cursor, int limit) {
        List<Bson> filters = new ArrayList<>();
        filters.add(eq("state.form.office", office));
        filters.add(in("state.status", WAITING));
        filters.add(eq("state.overdue", true));
        if (scope != null) {
            filters.add(within(scope));
        }
        filters.add(CursorFilters.after(SUBMITTED, cursor));
        return Page.of(
                find(and(filters), ascending(SUBMITTED, "_id"), limit),
                limit,
                last -> new Cursor(last.state().submittedAt(), last.state().id()));
    }

    private static Bson within(Scope scope) {
        List<Bson> any = new ArrayList<>();
        any.add(in(WORK_GROUP, scope.workGroups()));
        scope.ownOfHeads().forEach((head, groups) -> any.add(and(eq(REQUESTER, head), in(WORK_GROUP, groups))));
        return and(ne(REQUESTER, scope.decider()), or(any));
    }

    @Override
    public CaseStatistics statistics(String office, int fiscalYear, Instant from, Instant until) {
        Bson ofTheYear = and(eq("state.form.office", office), gte(SUBMITTED, from), lt(SUBMITTED, until));
        long verbal = count(and(
                ofTheYear,
                ne("state.decision.verbal", null),
                in("state.status", CaseStatus.APPROVED.name(), CaseStatus.APPROVED_VERBALLY.name())));
        Map<String, Long> byStatus = counted(List.of(match(ofTheYear), group("$state.status", sum("count", 1L))));
        Map<String, Long> byReason = counted(List.of(
                match(and(ofTheYear, eq("state.status", CaseStatus.REJECTED.name()))),
                unwind("$state.decision.reasons"),
                group("$state.decision.reasons.code", sum("count", 1L))));
        return CaseStatistics.of(fiscalYear, byStatus, verbal, byReason);
    }

    private Map<String, Long> counted(List<Bson> pipeline) {
        Map<String, Long> counts = new TreeMap<>();
        for (BsonDocument group : documents().aggregate(pipeline, BsonDocument.class)) {
            counts.put(
                    group.getString("_id").getValue(), group.getNumber("count").longValue());
        }
        return counts;
    }

    private static Cursor cursor(ApprovalCase last) {
        return new Cursor(last.submittedAt(), (last.form().urgent() ? "!" : "-") + last.id());
    }

    private static Bson afterPending(Cursor cursor) {
        boolean urgent = cursor.id().startsWith("!");
        String id = cursor.id().substring(1);
        Bson laterOfTheKind = and(
                eq(URGENT, urgent), or(gt(SUBMITTED, cursor.time()), and(eq(SUBMITTED, cursor.time()), gt("_id", id))));
        return urgent ? or(laterOfTheKind, eq(URGENT, false)) : laterOfTheKind;
    }

    private static Bson beforeSettled(Cursor cursor) {
        String id = cursor.id().substring(1);
        return or(lt(SUBMITTED, cursor.time()), and(eq(SUBMITTED, cursor.time()), lt("_id", id)));
    }
}

package org.prakat.approval.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.prakat.approval.application.port.ApprovalCases;
import org.prakat.approval.domain.ApprovalCase;
import org.prakat.approval.domain.CaseStatus;
import org.prakat.common.domain.Cursor;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Versioned;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.mongo.AggregateCollection;
import org.prakat.common.mongo.OutboxRelay;

/** Approval cases in the collection {@code approval_cases}. */
public final class MongoApprovalCases extends AggregateCollection<ApprovalCase> implements ApprovalCases {

    private static final String URGENT = "state.form.urgent";
    private static final String SUBMITTED = "state.submittedAt";

    public MongoApprovalCases(MongoDatabase database, CloudEventCodec events, OutboxRelay relay) {
        super(database, "approval_cases", ApprovalCase.class, events, relay);
        documents()
                .createIndex(Indexes.compoundIndex(
                        Indexes.ascending("state.form.office", "state.status"),
                        Indexes.descending(URGENT),
                        Indexes.ascending(SUBMITTED, "_id")));
    }

    @Override
    public Page<Versioned<ApprovalCase>> list(
            String office, @Nullable Set<String> workGroups, CaseStatus status, @Nullable String cursor, int limit) {
        boolean pending = status == CaseStatus.PENDING;
        List<Bson> filters = new ArrayList<>();
        filters.add(eq("state.form.office", office));
        filters.add(eq("state.status", status.name()));
        if (workGroups != null) {
            filters.add(in("state.form.workGroup", workGroups));
        }
        Optional.ofNullable(cursor)
                .flatMap(Cursor::decode)
                .filter(after -> !after.id().isEmpty())
                .ifPresent(after -> filters.add(pending ? afterPending(after) : beforeSettled(after)));
        Bson sort = pending ? orderBy(descending(URGENT), ascending(SUBMITTED, "_id")) : descending(SUBMITTED, "_id");
        List<Versioned<ApprovalCase>> found = find(and(filters), sort, limit);
        return Page.of(found, limit, last -> cursor(last.state()));
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

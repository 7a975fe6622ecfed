package org.prakat.request.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cursor;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Versioned;
import org.prakat.common.mongo.AggregateCollection;
import org.prakat.common.mongo.AggregateStorage;
import org.prakat.common.mongo.CursorFilters;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.PublicationRequest;
import org.prakat.request.domain.RequestStatus;

/** Requests in the collection {@code requests}. */
public final class MongoRequests extends AggregateCollection<PublicationRequest> implements Requests {

    private static final String FIRST_SUBMISSION = "state.revisions.0.submittedAt";
    private static final String STATUS = "state.status";
    private static final String CONFIRMATION_DUE = "state.confirmation.at";
    private static final String CURRENCY_DUE = "state.standing.currencyDue";
    private static final int MOST_DUPLICATES = 20;
    private static final List<String> WITH_APPROVER_OR_WEBMASTER =
            List.of(RequestStatus.SUBMITTED.name(), RequestStatus.APPROVED.name());
    private static final List<String> NOT_LIVE = List.of(
            RequestStatus.DRAFT.name(),
            RequestStatus.REJECTED.name(),
            RequestStatus.COMPLETED.name(),
            RequestStatus.WITHDRAWN.name(),
            RequestStatus.DISCARDED.name());

    public MongoRequests(AggregateStorage storage) {
        super(storage, "requests", PublicationRequest.class, Audited.by(PublicationRequest::office));
        documents().createIndex(Indexes.descending("state.requester.id", "state.createdAt", "_id"));
        documents().createIndex(Indexes.ascending(STATUS));
        documents().createIndex(Indexes.ascending("state.titleKey"));
        documents().createIndex(Indexes.ascending("state.office", FIRST_SUBMISSION));
        documents().createIndex(Indexes.ascending("state.attachments.sha256"));
        documents().createIndex(Indexes.ascending("state.requester.id", STATUS));
        documents().createIndex(Indexes.ascending("state.office", STATUS, CURRENCY_DUE));
        documents().createIndex(Indexes.ascending("state.office", CONFIRMATION_DUE));
    }

    @Override
    public Page<Versioned<PublicationRequest>> ownedBy(String requester, @Nullable String cursor, int limit) {
        Bson filter = and(
                eq("state.requester.id", requester),
                ne(STATUS, RequestStatus.DISCARDED.name()),
                CursorFilters.before("state.createdAt", cursor));
        List<Versioned<PublicationRequest>> found = find(filter, descending("state.createdAt", "_id"), limit);
        return Page.of(
                found,
                limit,
                last -> new Cursor(last.state().createdAt(), last.state().id()));
    }

    @Override
    public Optional<String> live(String office, String category, String titleKey, String except) {
        Bson same = and(
                eq("state.titleKey", titleKey),
                eq("state.office", office),
                eq("state.draft.category", category),
                live(except));
        return find(same, ascending("_id"), 1).stream().findFirst().map(found -> found.state()
                .id());
    }

    @Override
    public List<PublicationRequest> liveWithAnyOf(Set<String> sha256, String office, String except) {
        Bson same = and(in("state.attachments.sha256", sha256), eq("state.office", office), live(except));
        return states(same, ascending("_id"), MOST_DUPLICATES);
    }

    @Override
    public void forEachSubmitted(String office, Instant from, Instant until, Consumer<PublicationRequest> each) {
        Bson ofTheTime = and(eq("state.office", office), gte(FIRST_SUBMISSION, from), lt(FIRST_SUBMISSION, until));
        forEach(ofTheTime, ascending(FIRST_SUBMISSION, "_id"), found -> each.accept(found.state()));
    }

    @Override
    public List<PublicationRequest> onSite(String requester, int limit) {
        Bson theirs = and(eq("state.requester.id", requester), eq(STATUS, RequestStatus.PUBLISHED.name()));
        return states(theirs, ascending("state.standing.expiresAt", "_id"), limit);
    }

    @Override
    public List<PublicationRequest> inProgress(String office, int limit) {
        Bson waiting = and(
                eq("state.office", office),
                or(in(STATUS, WITH_APPROVER_OR_WEBMASTER), gt(CONFIRMATION_DUE, Instant.EPOCH)));
        return states(waiting, ascending("state.createdAt", "_id"), limit);
    }

    @Override
    public List<PublicationRequest> toBeChecked(String office, Instant until, int limit) {
        Bson due = and(
                eq("state.office", office),
                eq(STATUS, RequestStatus.PUBLISHED.name()),
                gt(CURRENCY_DUE, Instant.EPOCH),
                lt(CURRENCY_DUE, until));
        return states(due, ascending(CURRENCY_DUE, "_id"), limit);
    }

    /** How many have a status, at most so many. */
    long count(RequestStatus status, int most) {
        return documents().countDocuments(eq(STATUS, status.name()), new CountOptions().limit(most));
    }

    private List<PublicationRequest> states(Bson filter, Bson sort, int limit) {
        return find(filter, sort, limit).stream().map(Versioned::state).toList();
    }

    private static Bson live(String except) {
        return and(ne("_id", except), nin(STATUS, NOT_LIVE));
    }
}

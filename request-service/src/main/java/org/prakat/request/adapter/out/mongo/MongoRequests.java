package org.prakat.request.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

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
    private static final int MOST_DUPLICATES = 20;
    private static final List<String> NOT_LIVE = List.of(
            RequestStatus.DRAFT.name(),
            RequestStatus.REJECTED.name(),
            RequestStatus.COMPLETED.name(),
            RequestStatus.WITHDRAWN.name());

    public MongoRequests(AggregateStorage storage) {
        super(storage, "requests", PublicationRequest.class, Audited.by(PublicationRequest::office));
        documents().createIndex(Indexes.descending("state.requester.id", "state.createdAt", "_id"));
        documents().createIndex(Indexes.ascending("state.titleKey"));
        documents().createIndex(Indexes.ascending("state.office", FIRST_SUBMISSION));
        documents().createIndex(Indexes.ascending("state.attachments.sha256"));
    }

    @Override
    public Page<Versioned<PublicationRequest>> ownedBy(String requester, @Nullable String cursor, int limit) {
        Bson filter = and(eq("state.requester.id", requester), CursorFilters.before("state.createdAt", cursor));
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
        return find(same, ascending("_id"), MOST_DUPLICATES).stream()
                .map(Versioned::state)
                .toList();
    }

    @Override
    public void forEachSubmitted(String office, Instant from, Instant until, Consumer<PublicationRequest> each) {
        Bson ofTheTime = and(eq("state.office", office), gte(FIRST_SUBMISSION, from), lt(FIRST_SUBMISSION, until));
        forEach(ofTheTime, ascending(FIRST_SUBMISSION, "_id"), found -> each.accept(found.state()));
    }

    private static Bson live(String except) {
        return and(ne("_id", except), nin("state.status", NOT_LIVE));
    }
}

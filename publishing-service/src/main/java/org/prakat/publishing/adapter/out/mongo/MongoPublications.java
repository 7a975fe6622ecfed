package org.prakat.publishing.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Cursor;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.mongo.AggregateCollection;
import org.prakat.common.mongo.AggregateStorage;
import org.prakat.common.mongo.CursorFilters;
import org.prakat.publishing.application.port.Publications;
import org.prakat.publishing.domain.Publication;
import org.prakat.publishing.domain.PublicationStatus;
import org.prakat.publishing.domain.Standing;

/**
 * Publications in the collection {@code publications}. A publishing order is claimed by the document that has it, under a
 * unique index: number n + 1 is tried only when n is known to be taken, and a number is never given back.
 */
public final class MongoPublications extends AggregateCollection<Publication> implements Publications {

    private static final String STATUS = "state.status";
    private static final String FROM = "state.standing.publishedFrom";
    private static final String CATEGORY = "state.assignment.category";
    private static final String YEAR = "state.standing.fiscalYear";
    private static final String ORDER = "state.standing.publishingOrder";
    private static final String ASSIGNED = "state.assignedAt";
    private static final String OFFICE = "state.assignment.form.office";
    private static final String CHECK_DUE = "state.upkeep.currencyDue.at";
    private static final String AMENDMENTS = "state.upkeep.amendments";

    public MongoPublications(AggregateStorage storage) {
        super(storage, "publications", Publication.class, Audited.by(publication -> publication
                .assignment()
                .form()
                .office()));
        documents()
                .createIndex(
                        Indexes.ascending("state.standing.orderKey"),
                        new IndexOptions().unique(true).sparse(true));
        documents().createIndex(Indexes.ascending(OFFICE, STATUS, ASSIGNED, "_id"));
        documents().createIndex(Indexes.descending(STATUS, FROM, "_id"));
        documents().createIndex(Indexes.ascending(AMENDMENTS + ".requestId"));
        documents().createIndex(Indexes.ascending("state.assignment.attachments.sha256"));
        documents().createIndex(Indexes.ascending("state.upkeep.versions.assignment.attachments.sha256"));
        documents().createIndex(Indexes.descending(CATEGORY, YEAR, ORDER));
        documents().createIndex(Indexes.ascending(OFFICE, YEAR, CATEGORY, ORDER));
    }

    @Override
    public Result<Versioned<Publication>> publish(
            Versioned<Publication> before,
            String category,
            int fiscalYear,
            IntFunction<Result<Change<Publication>>> change,
            Cause cause) {
        while (true) {
            int next = highestOrder(category, fiscalYear) + 1;
            Result<Change<Publication>> numbered = change.apply(next);
            if (numbered instanceof Result.Refused<Change<Publication>> refused) {
                return Result.refused(refused.refusal());
            }
            try {
                return update(before.state().id(), before, numbered.orElseThrow(), cause)
                        .map(Result::ok)
                        .orElseGet(() -> Result.refused(Reason.STALE, "STALE"));
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                // Somebody took the number between the look and the write: look again.
            }
        }
    }

    private int highestOrder(String category, int fiscalYear) {
        BsonDocument highest = documents()
                .find(and(eq(CATEGORY, category), eq(YEAR, fiscalYear)))
                .projection(Projections.include(ORDER))
                .sort(descending(ORDER))
                .first();
        return highest == null
                ? 0
                : highest.getDocument("state")
                        .getDocument("standing")
                        .getNumber("publishingOrder")
                        .intValue();
    }

    @Override
    public Page<Versioned<Publication>> list(
            String office, PublicationStatus status, @Nullable String cursor, int limit) {
        Bson filter = and(eq(OFFICE, office), eq(STATUS, status.name()), CursorFilters.after(ASSIGNED, cursor));
        List<Versioned<Publication>> found = find(filter, ascending(ASSIGNED, "_id"), limit);
        return Page.of(found, limit, MongoPublications::byAssignment);
    }

    @Override
    public Page<Versioned<Publication>> currencyOverdue(
            String office, Instant now, @Nullable String cursor, int limit) {
        Bson filter = and(
                eq(OFFICE, office),
                eq(STATUS, PublicationStatus.PUBLISHED.name()),
                lte(CHECK_DUE, now),
                CursorFilters.after(CHECK_DUE, cursor));
        return Page.of(
                find(filter, ascending(CHECK_DUE, "_id"), limit),
                limit,
                last -> new Cursor(
                        Objects.requireNonNull(last.state().upkeep().currencyDue())
                                .at(),
                        last.state().id()));
    }

    @Override
    public Page<Versioned<Publication>> withAmendments(String office, @Nullable String cursor, int limit) {
        Bson filter = and(eq(OFFICE, office), exists(AMENDMENTS + ".0"), CursorFilters.after(ASSIGNED, cursor));
        return Page.of(find(filter, ascending(ASSIGNED, "_id"), limit), limit, MongoPublications::byAssignment);
    }

    @Override
    public Optional<Versioned<Publication>> amendedBy(String requestId) {
        return find(eq(AMENDMENTS + ".requestId", requestId), ascending("_id"), 1).stream()
                .findFirst();
    }

    @Override
    public List<Publication> withAnyOf(Set<String> sha256, String office, String except, int limit) {
        Bson sameContent = or(
                in("state.assignment.attachments.sha256", sha256),
                in("state.upkeep.versions.assignment.attachments.sha256", sha256));
        return find(and(eq(OFFICE, office), ne("_id", except), sameContent), ascending("_id"), limit).stream()
                .map(Versioned::state)
                .toList();
    }

    @Override
    public void forEachNumbered(String office, int fiscalYear, @Nullable String category, Consumer<Publication> each) {
        Bson ofTheYear = and(eq(OFFICE, office), eq(YEAR, fiscalYear));
        Bson filter = category == null ? ofTheYear : and(ofTheYear, eq(CATEGORY, category));
        forEach(filter, ascending(CATEGORY, ORDER), found -> each.accept(found.state()));
    }

    private static Cursor byAssignment(Versioned<Publication> last) {
        return new Cursor(last.state().assignedAt(), last.state().id());
    }

    @Override
    public Page<Publication> onSite(Selection selection, Instant now, @Nullable String cursor, int limit) {
        List<Bson> filters = selected(selection, now);
        filters.add(CursorFilters.before(FROM, cursor));
        List<Publication> found = find(and(filters), descending(FROM, "_id"), limit).stream()
                .map(Versioned::state)
                .toList();
        return Page.of(found, limit, last -> new Cursor(standing(last).publishedFrom(), last.id()));
    }

    @Override
    public long countOnSite(Selection selection, Instant now) {
        return count(and(selected(selection, now)));
    }

    @Override
    public List<Integer> fiscalYears(String category, Instant now) {
        List<Integer> years = new ArrayList<>();
        documents()
                .distinct(YEAR, and(selected(new Selection(category, null, null), now)), Integer.class)
                .forEach(years::add);
        years.sort(Comparator.reverseOrder());
        return years;
    }

    private static List<Bson> selected(Selection selection, Instant now) {
        List<Bson> filters = new ArrayList<>();
        filters.add(eq(STATUS, PublicationStatus.PUBLISHED.name()));
        filters.add(lte(FROM, now));
        filters.add(or(
                eq("state.standing.expiresAt", null),
                gt("state.standing.expiresAt", now),
                ne("state.upkeep.hold", null)));
        if (selection.category() != null) {
            filters.add(eq(CATEGORY, selection.category()));
        }
        if (selection.fiscalYear() != null) {
            filters.add(eq(YEAR, selection.fiscalYear()));
        }
        if (selection.words() != null) {
            String words = selection.words().strip().toLowerCase(Locale.ROOT);
            filters.add(regex("state.searchText", Pattern.quote(words)));
        }
        return filters;
    }

    private static Standing standing(Publication publication) {
        return Objects.requireNonNull(publication.standing());
    }
}

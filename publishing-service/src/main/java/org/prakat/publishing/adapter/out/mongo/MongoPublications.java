package org.prakat.publishing.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
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
import org.prakat.publishing.adapter.out.mongo.SearchTerms.Place;
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
    private static final String ORDER_KEY = "state.standing.orderKey";
    private static final String ASSIGNED = "state.assignedAt";
    private static final String OFFICE = "state.assignment.form.office";
    private static final String UNTIL = "state.standing.expiresAt";
    private static final String CHECK_DUE = "state.upkeep.currencyDue.at";
    private static final String APPEARS = "state.publishAt";
    private static final String FILE_TYPE = "state.assignment.attachments.extension";
    private static final int FILLED_AT_A_TIME = 100;
    private static final String AMENDMENTS = "state.upkeep.amendments";

    private final AtomicLong changesOnSite = new AtomicLong();
    private final Map<String, Integer> lastSeen = new ConcurrentHashMap<>();
    private final VersionLookUp versions = new VersionLookUp(this::versions);

    public MongoPublications(AggregateStorage storage) {
        super(storage, "publications", Publication.class, Audited.by(publication -> publication
                .assignment()
                .form()
                .office()));
        documents()
                .createIndex(
                        Indexes.ascending(ORDER_KEY),
                        new IndexOptions().unique(true).sparse(true));
        documents().createIndex(Indexes.ascending(OFFICE, STATUS, ASSIGNED, "_id"));
        documents().createIndex(Indexes.descending(STATUS, FROM, "_id"));
        documents().createIndex(Indexes.ascending(OFFICE, STATUS, UNTIL, "_id"));
        documents().createIndex(Indexes.ascending(AMENDMENTS + ".requestId"));
        documents().createIndex(Indexes.ascending("state.assignment.attachments.sha256"));
        documents().createIndex(Indexes.ascending("state.upkeep.versions.assignment.attachments.sha256"));
        documents().createIndex(Indexes.descending(CATEGORY, YEAR, ORDER));
        documents().createIndex(Indexes.ascending(OFFICE, YEAR, CATEGORY, ORDER));
        documents().createIndex(Indexes.ascending(STATUS, UNTIL));
        documents().createIndex(Indexes.ascending(STATUS, APPEARS));
        documents().createIndex(Indexes.ascending(SearchTerms.GRAMS));
        documents().createIndex(Indexes.ascending(SearchTerms.EDITION));
    }

    @Override
    public Result<Versioned<Publication>> publish(
            Versioned<Publication> before,
            String category,
            int fiscalYear,
            IntFunction<Result<Change<Publication>>> change,
            Cause cause) {
        while (true) {
            int next = nextOrder(category, fiscalYear);
            Result<Change<Publication>> numbered = change.apply(next);
            if (numbered instanceof Result.Refused<Change<Publication>> refused) {
                return Result.refused(refused.refusal());
            }
            try {
                Optional<Versioned<Publication>> published =
                        update(before.state().id(), before, numbered.orElseThrow(), cause);
                published.ifPresent(one -> rememberTaken(category, fiscalYear, next));
                return published.map(Result::ok).orElseGet(() -> Result.refused(Reason.STALE, "STALE"));
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                // Somebody took the number between the look and the write: look again.
            }
        }
    }

    /** As the numbers have no gap and none is given back, the end of them is found by a few looks from where it was last seen. */
    @Override
    public int nextOrder(String category, int fiscalYear) {
        int taken = lastSeen.getOrDefault(numbers(category, fiscalYear), 0);
        int step = 1;
        int free = taken + step;
        while (isTaken(category, fiscalYear, free)) {
            taken = free;
            step *= 2;
            free = taken + step;
        }
        while (free - taken > 1) {
            int between = (taken + free) / 2;
            if (isTaken(category, fiscalYear, between)) {
                taken = between;
            } else {
                free = between;
            }
        }
        rememberTaken(category, fiscalYear, taken);
        return free;
    }

    private void rememberTaken(String category, int fiscalYear, int order) {
        lastSeen.merge(numbers(category, fiscalYear), order, Math::max);
    }

    private static String numbers(String category, int fiscalYear) {
        return category + "/" + fiscalYear;
    }

    private boolean isTaken(String category, int fiscalYear, int order) {
        return documents()
                        .find(eq(ORDER_KEY, Standing.orderKey(category, fiscalYear, order)))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }

    @Override
    public Page<Versioned<Publication>> list(
            String office, PublicationStatus status, @Nullable String cursor, int limit) {
        Bson filter = and(eq(OFFICE, office), eq(STATUS, status.name()), CursorFilters.after(ASSIGNED, cursor));
        List<Versioned<Publication>> found = find(filter, ascending(ASSIGNED, "_id"), limit);
        return Page.of(found, limit, MongoPublications::byAssignment);
    }

    @Override
    public Page<Versioned<Publication>> expiring(String office, @Nullable String cursor, int limit) {
        Bson filter = and(
                eq(OFFICE, office),
                eq(STATUS, PublicationStatus.PUBLISHED.name()),
                ne(UNTIL, null),
                CursorFilters.after(UNTIL, cursor));
        return Page.of(
                find(filter, ascending(UNTIL, "_id"), limit),
                limit,
                last -> new Cursor(
                        Objects.requireNonNull(standing(last.state()).expiresAt()),
                        last.state().id()));
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
    public Page<Versioned<Publication>> onSite(Selection selection, Instant now, @Nullable String cursor, int limit) {
        return selection.words() == null
                ? newest(selected(selection, now), cursor, limit)
                : found(SearchTerms.of(selection.words()), selected(selection, now), cursor, limit);
    }

    private Page<Versioned<Publication>> newest(Bson selected, @Nullable String cursor, int limit) {
        List<Versioned<Publication>> found =
                find(and(selected, CursorFilters.before(FROM, cursor)), descending(FROM, "_id"), limit);
        return Page.of(found, limit, MongoPublications::byPublication);
    }

    /** What is found in one place after the other; the cursor begins with the place. */
    private Page<Versioned<Publication>> found(SearchTerms terms, Bson selected, @Nullable String cursor, int limit) {
        if (terms.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        PlaceCursor begin = PlaceCursor.decode(cursor);
        List<Versioned<Publication>> found = new ArrayList<>();
        for (Place place : Place.values()) {
            if (place.compareTo(begin.place()) >= 0 && found.size() < limit) {
                String within = place == begin.place() ? begin.within() : null;
                Page<Versioned<Publication>> there =
                        newest(and(selected, terms.firstIn(place)), within, limit - found.size());
                found.addAll(there.items());
                if (there.next() != null) {
                    return new Page<>(found, new PlaceCursor(place, there.next()).encode());
                }
            }
        }
        return new Page<>(found, null);
    }

    @Override
    public Page<Versioned<Publication>> inOrder(
            String category, @Nullable Integer fiscalYear, Instant now, @Nullable String cursor, int limit) {
        Bson filter = and(selected(Selection.of(category, fiscalYear), now), NumberCursor.after(cursor, YEAR, ORDER));
        List<Versioned<Publication>> found = find(filter, descending(YEAR, ORDER), limit);
        String next = found.size() < limit
                ? null
                : NumberCursor.of(standing(found.get(limit - 1).state())).encode();
        return new Page<>(found, next);
    }

    @Override
    public void forEachOnSite(Instant now, int skip, int limit, Consumer<Publication> each) {
        forEach(
                selected(Selection.EVERYTHING, now),
                ascending("_id"),
                skip,
                limit,
                found -> each.accept(found.state()));
    }

    @Override
    public long countOnSite(Selection selection, Instant now) {
        if (selection.words() == null) {
            return count(selected(selection, now));
        }
        SearchTerms terms = SearchTerms.of(selection.words());
        return terms.isEmpty() ? 0 : count(and(selected(selection, now), terms.in(Place.EVERYTHING)));
    }

    @Override
    public Map<String, Long> countByCategory(Instant now) {
        Map<String, Long> counts = new HashMap<>();
        documents()
                .aggregate(List.of(
                        Aggregates.match(selected(Selection.EVERYTHING, now)),
                        Aggregates.group("$" + CATEGORY, Accumulators.sum("count", 1))))
                .forEach(group -> counts.put(
                        group.getString("_id").getValue(),
                        group.getNumber("count").longValue()));
        return counts;
    }

    @Override
    public List<Integer> fiscalYears(@Nullable String category, Instant now) {
        List<Integer> years = new ArrayList<>();
        documents()
                .distinct(YEAR, selected(Selection.of(category, null), now), Integer.class)
                .forEach(years::add);
        years.sort(Comparator.reverseOrder());
        return years;
    }

    @Override
    public List<String> fileTypes(Instant now) {
        List<String> types = new ArrayList<>();
        documents()
                .distinct(FILE_TYPE, selected(Selection.EVERYTHING, now), String.class)
                .forEach(types::add);
        types.sort(Comparator.naturalOrder());
        return types;
    }

    @Override
    public Optional<Instant> nextChange(Selection selection, Instant now) {
        Bson ending = and(selected(selection, now), gt(UNTIL, now));
        Bson coming = and(eq(STATUS, PublicationStatus.SCHEDULED.name()), gt(APPEARS, now));
        Stream<Instant> ends = find(ending, ascending(UNTIL), 1).stream()
                .map(first -> Objects.requireNonNull(standing(first.state()).expiresAt()));
        Stream<Instant> begins = find(coming, ascending(APPEARS), 1).stream()
                .map(first -> Objects.requireNonNull(first.state().publishAt()));
        return Stream.concat(ends, begins).min(Comparator.naturalOrder());
    }

    private static Bson selected(Selection selection, Instant now) {
        List<Bson> filters = new ArrayList<>();
        filters.add(eq(STATUS, PublicationStatus.PUBLISHED.name()));
        filters.add(lte(FROM, now));
        filters.add(or(eq(UNTIL, null), gt(UNTIL, now), ne("state.upkeep.hold", null)));
        if (selection.category() != null) {
            filters.add(eq(CATEGORY, selection.category()));
        }
        if (selection.fiscalYear() != null) {
            filters.add(eq(YEAR, selection.fiscalYear()));
        }
        if (selection.fileType() != null) {
            filters.add(eq(FILE_TYPE, selection.fileType()));
        }
        return and(filters);
    }

    @Override
    protected BsonDocument derived(Publication state) {
        return new BsonDocument(SearchTerms.FIELD, SearchTerms.of(state));
    }

    @Override
    public Optional<Versioned<Publication>> update(
            String id, Versioned<Publication> before, Change<Publication> change, Cause cause) {
        Optional<Versioned<Publication>> after = super.update(id, before, change, cause);
        if (before.state().status() == PublicationStatus.PUBLISHED) {
            changesOnSite.incrementAndGet();
        }
        return after;
    }

    @Override
    public OptionalLong version(String id) {
        return versions.version(id);
    }

    @Override
    public long changesOnSite() {
        return changesOnSite.get();
    }

    /**
     * Makes search terms for what has none or old ones, a hundred at a time. What somebody changes meanwhile gets them by that.
     *
     * @return how many got them
     */
    public int fillSearchTerms() {
        AtomicInteger filled = new AtomicInteger();
        documents()
                .find(SearchTerms.missing())
                .projection(Projections.include("_id"))
                .batchSize(FILLED_AT_A_TIME)
                .forEach(document -> find(document.getString("_id").getValue()).ifPresent(found -> {
                    Bson unchanged = and(eq("_id", found.state().id()), eq("version", found.version()));
                    documents().updateOne(unchanged, Updates.set(SearchTerms.FIELD, SearchTerms.of(found.state())));
                    filled.incrementAndGet();
                }));
        return filled.get();
    }

    private static Cursor byPublication(Versioned<Publication> last) {
        return new Cursor(standing(last.state()).publishedFrom(), last.state().id());
    }

    private static Standing standing(Publication publication) {
        return Objects.requireNonNull(publication.standing());
    }
}

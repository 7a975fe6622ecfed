package org.prakat.common.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.prakat.common.audit.AuditEntry;
import org.prakat.common.audit.AuditSeal;
import org.prakat.common.audit.AuditTrail;
import org.prakat.common.audit.ChainCheck;
import org.prakat.common.audit.ChainLink;
import org.prakat.common.audit.Checkpoint;
import org.prakat.common.audit.Verification;
import org.prakat.common.audit.Verification.Break;
import org.prakat.common.audit.Verification.Fault;
import org.prakat.common.domain.Cursor;
import org.prakat.common.domain.Page;

/**
 * Audit trails in the collection {@code audit}; {@code audit_heads} says how far each has come. Links are numbered by a
 * unique place, so replicas that append at the same time cannot both be next; the loser tries again behind the winner.
 */
public final class MongoAuditTrail implements AuditTrail {

    private static final int CHECKED_AT_ONCE = 500;

    /** Everything of a kind that the trail must tell of, as it is now. */
    interface Told {

        /** Hands over the office of each thing, and the id of the entry of its present version, unless that is on its way. */
        void forEachVersion(Consumer<Version> each);
    }

    /** The present version of something. */
    record Version(String office, String entryId) {}

    private record Head(long number, String seal) {}

    private final MongoCollection<Document> links;
    private final MongoCollection<Document> heads;
    private final AuditSeal seal;
    private final String service;
    private final InstantSource clock;
    private final List<Told> told = new CopyOnWriteArrayList<>();

    public MongoAuditTrail(MongoDatabase database, AuditSeal seal, String service, InstantSource clock) {
        this.links = database.getCollection("audit");
        this.heads = database.getCollection("audit_heads");
        this.seal = seal;
        this.service = service;
        this.clock = clock;
        links.createIndex(Indexes.ascending("place"), new IndexOptions().unique(true));
        links.createIndex(Indexes.ascending("by", "place"));
    }

    void tellsOf(Told things) {
        told.add(things);
    }

    @Override
    public void append(AuditEntry entry) {
        String body = AuditBodies.write(entry);
        Head head = storedHead(entry.office());
        while (true) {
            ChainLink link = seal.link(entry.office(), head.number() + 1, body, head.seal());
            try {
                links.insertOne(document(entry, link));
                remember(entry.office(), new Head(link.number(), link.seal()));
                return;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                if (links.find(eq("_id", entry.id())).projection(include("_id")).first() != null) {
                    return;
                }
                head = last(head, entry.office());
            }
        }
    }

    /** Adds many with few writes; where somebody else is appending too, or some are there already, one by one. */
    void appendAll(List<AuditEntry> entries) {
        entries.stream()
                .collect(groupingBy(AuditEntry::office, LinkedHashMap::new, toList()))
                .forEach(this::appendAll);
    }

    private void appendAll(String office, List<AuditEntry> entries) {
        Head head = storedHead(office);
        List<Document> documents = new ArrayList<>();
        for (AuditEntry entry : entries) {
            ChainLink link = seal.link(office, head.number() + 1, AuditBodies.write(entry), head.seal());
            head = new Head(link.number(), link.seal());
            documents.add(document(entry, link));
        }
        try {
            links.insertMany(documents);
            remember(office, head);
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            entries.forEach(this::append);
        }
    }

    private Head storedHead(String office) {
        return Optional.ofNullable(heads.find(eq("_id", office)).first())
                .map(document -> new Head(document.getLong("number"), document.getString("seal")))
                .orElse(new Head(0, ChainLink.BEGINNING));
    }

    /** Whoever was faster, or crashed, may not have written the head yet. */
    private Head last(Head known, String office) {
        Head head = known;
        Document next = at(office, head.number() + 1);
        while (next != null) {
            head = new Head(head.number() + 1, next.getString("seal"));
            next = at(office, head.number() + 1);
        }
        return head;
    }

    private @Nullable Document at(String office, long number) {
        return links.find(eq("place", place(office, number))).first();
    }

    private void remember(String office, Head head) {
        try {
            heads.updateOne(
                    and(eq("_id", office), lt("number", head.number())),
                    Updates.combine(Updates.set("number", head.number()), Updates.set("seal", head.seal())),
                    new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            // Somebody has come further already.
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private static String place(String office, long number) {
        return office + "/" + String.format("%012d", number);
    }

    private static Document document(AuditEntry entry, ChainLink link) {
        return new Document("_id", entry.id())
                .append("place", place(link.office(), link.number()))
                .append("at", Date.from(entry.at()))
                .append("by", entry.by() == null ? null : entry.by().id())
                .append("action", entry.action())
                .append("body", link.body())
                .append("key", link.key())
                .append("previous", link.previous())
                .append("seal", link.seal());
    }

    private static ChainLink link(Document document) {
        String place = document.getString("place");
        int slash = place.lastIndexOf('/');
        return new ChainLink(
                place.substring(0, slash),
                Long.parseLong(place.substring(slash + 1)),
                document.getString("body"),
                document.getString("key"),
                document.getString("previous"),
                document.getString("seal"));
    }

    private static Bson of(String office) {
        // '0' is what follows '/'.
        return and(gt("place", office + "/"), lt("place", office + "0"));
    }

    @Override
    public Page<Numbered> list(String office, Query query, @Nullable String cursor, int limit) {
        List<Bson> filters = new ArrayList<>();
        filters.add(of(office));
        if (query.about() != null) {
            filters.add(and(gte("_id", query.about()), lt("_id", query.about() + "\uffff")));
        }
        add(filters, query.by(), by -> eq("by", by));
        add(filters, query.action(), action -> eq("action", action));
        add(filters, query.from(), from -> gte("at", from));
        add(filters, query.until(), until -> lt("at", until));
        add(filters, cursor, after -> Cursor.decode(after)
                .<Bson>map(last -> lt("place", last.id()))
                .orElseGet(Document::new));
        List<Numbered> found = new ArrayList<>();
        links.find(and(filters)).sort(descending("place")).limit(limit).forEach(document -> {
            ChainLink link = link(document);
            found.add(new Numbered(link.number(), AuditBodies.read(link.body())));
        });
        return Page.of(found, limit, last -> new Cursor(Instant.EPOCH, place(office, last.number())));
    }

    private static <T> void add(List<Bson> filters, @Nullable T value, Function<T, Bson> filter) {
        if (value != null) {
            filters.add(filter.apply(value));
        }
    }

    @Override
    public void forEach(String office, Consumer<ChainLink> each) {
        chain(office).forEach(document -> each.accept(link(document)));
    }

    private FindIterable<Document> chain(String office) {
        return links.find(of(office)).sort(ascending("place"));
    }

    @Override
    public Set<String> offices() {
        Set<String> offices = new TreeSet<>();
        heads.find().projection(include("_id")).forEach(head -> offices.add(head.getString("_id")));
        return offices;
    }

    @Override
    public Checkpoint checkpoint(String office) {
        Head head = last(storedHead(office), office);
        return seal.checkpoint(service, office, head.number(), head.seal(), clock.instant());
    }

    @Override
    public Verification verify(String office, List<Checkpoint> kept) {
        List<Checkpoint> ours = kept.stream()
                .filter(checkpoint -> checkpoint.service().equals(service)
                        && checkpoint.office().equals(office))
                .toList();
        // Read first: what is written meanwhile lies beyond it.
        Head head = storedHead(office);
        ChainCheck check = new ChainCheck(seal, office);
        Optional<Break> broken = followed(office, check, ours)
                .or(() -> head.number() > check.number()
                        ? Optional.of(new Break(check.number() + 1, Fault.CUT_OFF, null))
                        : Optional.empty())
                .or(() -> beyond(check, ours))
                .or(() -> untold(office, check));
        return new Verification(service, office, check.number(), broken.orElse(null));
    }

    private Optional<Break> followed(String office, ChainCheck check, List<Checkpoint> kept) {
        for (Document document : chain(office)) {
            ChainLink link = link(document);
            Optional<Break> broken = check.next(link)
                    .or(() -> notAsSealed(document, link))
                    .or(() -> notAsKept(link, kept))
                    .map(found -> new Break(found.number(), found.fault(), document.getString("_id")));
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    /** What stands beside the sealed body, to be searched by, must say the same. */
    private static Optional<Break> notAsSealed(Document document, ChainLink link) {
        AuditEntry entry = AuditBodies.read(link.body());
        Document sealed = document(entry, link);
        return sealed.equals(document)
                ? Optional.empty()
                : Optional.of(new Break(link.number(), Fault.CHANGED, entry.id()));
    }

    private Optional<Break> notAsKept(ChainLink link, List<Checkpoint> kept) {
        return kept.stream()
                .filter(checkpoint -> checkpoint.number() == link.number())
                .flatMap(checkpoint -> checkpointFault(checkpoint, link.seal()).stream())
                .findFirst()
                .map(fault -> new Break(link.number(), fault, null));
    }

    private Optional<Fault> checkpointFault(Checkpoint checkpoint, String found) {
        if (!seal.isGenuine(checkpoint)) {
            return Optional.of(Fault.FORGED_CHECKPOINT);
        }
        return checkpoint.seal().equals(found) ? Optional.empty() : Optional.of(Fault.NOT_AS_AT_CHECKPOINT);
    }

    private Optional<Break> beyond(ChainCheck check, List<Checkpoint> kept) {
        return kept.stream()
                .filter(checkpoint -> checkpoint.number() > check.number())
                .findFirst()
                .map(checkpoint -> new Break(
                        check.number() + 1,
                        seal.isGenuine(checkpoint) ? Fault.CUT_OFF : Fault.FORGED_CHECKPOINT,
                        null));
    }

    private Optional<Break> untold(String office, ChainCheck check) {
        List<String> asked = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        told.forEach(things -> things.forEachVersion(version -> {
            if (version.office().equals(office)) {
                asked.add(version.entryId());
            }
            if (asked.size() == CHECKED_AT_ONCE) {
                missing.addAll(missing(asked));
                asked.clear();
            }
        }));
        missing.addAll(missing(asked));
        return missing.stream().findFirst().map(entryId -> new Break(check.number() + 1, Fault.NOT_TOLD, entryId));
    }

    private Set<String> missing(Collection<String> entryIds) {
        Set<String> missing = new HashSet<>(entryIds);
        links.find(in("_id", entryIds))
                .projection(include("_id"))
                .forEach(document -> missing.remove(document.getString("_id")));
        return missing;
    }
}

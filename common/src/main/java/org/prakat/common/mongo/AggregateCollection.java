package org.prakat.common.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;
import org.prakat.common.audit.AuditEntry;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Repository;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Event;
import org.prakat.common.event.EventType;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EventTraces;
import org.prakat.common.messaging.OutboxEntry;

/**
 * Aggregates in a collection, each in a document
 * {@code {_id, version, schemaVersion, state, outbox: [event...], inbox: [eventId...], audit: [entry...]}}. A decision is one
 * update of one document, so it needs no transaction, and there is no decision without its event and its audit entry. The whole document is never written back: that would bring events back that the
 * relay has sent.
 *
 * @param <S> the aggregate: a public record whose components are mapped by their names below {@code state}
 */
public class AggregateCollection<S extends Record> implements Repository<S>, MongoAuditTrail.Told {

    private static final int SCHEMA_VERSION = 1;

    private final MongoCollection<BsonDocument> collection;
    private final Codec<S> codec;
    private final CloudEventCodec events;
    private final EventTraces traces;
    private final OutboxRelay outboxRelay;
    private final AuditRelay auditRelay;
    private final Audited<S> audited;

    /**
     * How the audit trail is to tell of them.
     *
     * @param office whose trail it is
     * @param secret the field of the state whose values are not told; empty for none
     */
    public record Audited<S>(Function<S, String> office, String secret) {

        public static <S> Audited<S> by(Function<S, String> office) {
            return new Audited<>(office, "");
        }
    }

    public AggregateCollection(AggregateStorage storage, String name, Class<S> type, Audited<S> audited) {
        MongoDatabase database = storage.database();
        this.collection = database.getCollection(name, BsonDocument.class);
        this.codec = database.getCodecRegistry().get(type);
        this.events = storage.events();
        this.traces = storage.traces();
        this.outboxRelay = storage.outbox();
        this.auditRelay = storage.audit();
        this.audited = audited;
        outboxRelay.watch(name);
        auditRelay.watch(name, this);
    }

    @Override
    public Optional<Versioned<S>> find(String id) {
        return Optional.ofNullable(collection
                        .find(eq("_id", id))
                        .projection(include("version", "state"))
                        .first())
                .map(this::read);
    }

    /**
     * The aggregates that a filter selects.
     *
     * @param filter on {@code _id} and fields below {@code state}
     * @param limit the most that are read
     */
    public List<Versioned<S>> find(Bson filter, Bson sort, int limit) {
        List<Versioned<S>> found = new ArrayList<>();
        for (BsonDocument document : collection
                .find(filter)
                .projection(include("version", "state"))
                .sort(sort)
                .limit(limit)) {
            found.add(read(document));
        }
        return found;
    }

    /** Hands over what is found one by one; it does not stay in memory. */
    public void forEach(Bson filter, Bson sort, Consumer<Versioned<S>> each) {
        forEach(filter, sort, 0, 0, each);
    }

    /**
     * Hands over a part of what is found.
     *
     * @param skip how many to leave out at the beginning
     * @param limit the most that are handed over; 0: all
     */
    public void forEach(Bson filter, Bson sort, int skip, int limit, Consumer<Versioned<S>> each) {
        collection
                .find(filter)
                .projection(include("version", "state"))
                .sort(sort)
                .skip(skip)
                .limit(limit)
                .forEach(document -> each.accept(read(document)));
    }

    /** The versions of those aggregates that there are, by their ids, without reading their states. */
    public Map<String, Long> versions(Collection<String> ids) {
        Map<String, Long> versions = new HashMap<>();
        collection
                .find(in("_id", ids))
                .projection(include("version"))
                .forEach(document -> versions.put(
                        document.getString("_id").getValue(),
                        document.getNumber("version").longValue()));
        return versions;
    }

    public long count(Bson filter) {
        return collection.countDocuments(filter);
    }

    /** For indexes and for queries that need no aggregate. */
    public MongoCollection<BsonDocument> documents() {
        return collection;
    }

    @Override
    public Optional<Versioned<S>> add(String id, Change<S> change, Cause cause) {
        BsonDocument state = write(change.state());
        BsonDocument document = new BsonDocument("_id", new BsonString(id))
                .append("version", new BsonInt64(1))
                .append("schemaVersion", new BsonInt32(SCHEMA_VERSION))
                .append("state", state)
                .append("outbox", new BsonArray(outbox(change, 1, cause)))
                .append("inbox", new BsonArray(inbox(cause)))
                .append("audit", new BsonArray(List.of(audit(id, 1, new BsonDocument(), state, change, cause))));
        document.putAll(derived(change.state()));
        try {
            collection.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw e;
        }
        return Optional.of(committed(id, change, 1));
    }

    @Override
    public Optional<Versioned<S>> update(String id, Versioned<S> before, Change<S> change, Cause cause) {
        long version = before.version() + 1;
        BsonDocument state = write(change.state());
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.set("version", version));
        updates.add(Updates.set("state", state));
        derived(change.state()).forEach((field, value) -> updates.add(Updates.set(field, value)));
        updates.add(Updates.push("audit", audit(id, version, write(before.state()), state, change, cause)));
        outbox(change, version, cause).forEach(entry -> updates.add(Updates.push("outbox", entry)));
        inbox(cause).forEach(eventId -> updates.add(Updates.push("inbox", eventId)));
        Bson unchanged = and(eq("_id", id), eq("version", before.version()), notHandled(cause));
        if (collection.updateOne(unchanged, Updates.combine(updates)).getMatchedCount() == 0) {
            return Optional.empty();
        }
        return Optional.of(committed(id, change, version));
    }

    /**
     * What stands in the document beside the state, made from it with every change: for queries only, and not told to the audit
     * trail. Nothing, unless a collection says otherwise.
     */
    protected BsonDocument derived(S state) {
        return new BsonDocument();
    }

    @Override
    public boolean hasHandled(String id, String eventId) {
        return collection
                        .find(and(eq("_id", id), eq("inbox", eventId)))
                        .projection(include("_id"))
                        .first()
                != null;
    }

    private static Bson notHandled(Cause cause) {
        return cause.eventId() == null ? new BsonDocument() : ne("inbox", cause.eventId());
    }

    private Versioned<S> committed(String id, Change<S> change, long version) {
        if (change.event() != null) {
            outboxRelay.committed(name(), id);
        }
        auditRelay.committed(name(), id);
        return new Versioned<>(change.state(), version);
    }

    private List<BsonDocument> outbox(Change<S> change, long version, Cause cause) {
        Event event = change.event();
        if (event == null) {
            return List.of();
        }
        OutboxEntry entry = new OutboxEntry(
                UUID.randomUUID().toString(),
                version,
                EventType.of(event.getClass()).wireName(),
                event.subject(),
                cause.at(),
                events.encode(event),
                traces.decided(event));
        return List.of(OutboxDocuments.toBson(entry));
    }

    private BsonDocument audit(
            String id, long version, BsonDocument before, BsonDocument after, Change<S> change, Cause cause) {
        Event event = change.event();
        Identity by = cause.by();
        AuditEntry entry = new AuditEntry(
                entryId(id, version),
                audited.office().apply(change.state()),
                cause.at(),
                event == null
                        ? name() + (version == 1 ? ".added" : ".changed")
                        : EventType.of(event.getClass()).wireName(),
                by == null ? null : by.person(),
                by == null ? null : by.address(),
                event == null ? null : event.order(),
                cause.eventId(),
                StateChanges.between(before, after, audited.secret()));
        return AuditBodies.toBson(entry);
    }

    private String entryId(String id, long version) {
        return name() + "/" + id + "/" + version;
    }

    private String name() {
        return collection.getNamespace().getCollectionName();
    }

    @Override
    public void forEachVersion(Consumer<MongoAuditTrail.Version> each) {
        for (BsonDocument document : collection.find().projection(include("version", "state", "audit"))) {
            Versioned<S> present = read(document);
            String entryId = entryId(document.getString("_id").getValue(), present.version());
            if (!AuditBodies.idsIn(document).contains(entryId)) {
                each.accept(new MongoAuditTrail.Version(audited.office().apply(present.state()), entryId));
            }
        }
    }

    private static List<BsonString> inbox(Cause cause) {
        return cause.eventId() == null ? List.of() : List.of(new BsonString(cause.eventId()));
    }

    private BsonDocument write(S state) {
        BsonDocument document = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(document),
                state,
                EncoderContext.builder().build());
        return document;
    }

    private Versioned<S> read(BsonDocument document) {
        S state = codec.decode(
                new BsonDocumentReader(document.getDocument("state")),
                DecoderContext.builder().build());
        return new Versioned<>(
                Objects.requireNonNull(state), document.getNumber("version").longValue());
    }
}

package org.prakat.common.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
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
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Repository;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Event;
import org.prakat.common.event.EventType;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.OutboxEntry;

/**
 * Aggregates in a collection, each in a document
 * {@code {_id, version, schemaVersion, state, outbox: [event...], inbox: [eventId...]}}. A decision is one update of one
 * document, so it needs no transaction. The whole document is never written back: that would bring events back that the
 * relay has sent.
 *
 * @param <S> the aggregate: a public record whose components are mapped by their names below {@code state}
 */
public class AggregateCollection<S extends Record> implements Repository<S> {

    private static final int SCHEMA_VERSION = 1;

    private final MongoCollection<BsonDocument> collection;
    private final Codec<S> codec;
    private final CloudEventCodec events;
    private final OutboxRelay relay;

    public AggregateCollection(
            MongoDatabase database, String name, Class<S> type, CloudEventCodec events, OutboxRelay relay) {
        this.collection = database.getCollection(name, BsonDocument.class);
        this.codec = database.getCodecRegistry().get(type);
        this.events = events;
        this.relay = relay;
        relay.watch(name);
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
        collection
                .find(filter)
                .projection(include("version", "state"))
                .sort(sort)
                .forEach(document -> each.accept(read(document)));
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
        BsonDocument document = new BsonDocument("_id", new BsonString(id))
                .append("version", new BsonInt64(1))
                .append("schemaVersion", new BsonInt32(SCHEMA_VERSION))
                .append("state", write(change.state()))
                .append("outbox", new BsonArray(outbox(change, 1, cause)))
                .append("inbox", new BsonArray(inbox(cause)));
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
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.set("version", version));
        updates.add(Updates.set("state", write(change.state())));
        outbox(change, version, cause).forEach(entry -> updates.add(Updates.push("outbox", entry)));
        inbox(cause).forEach(eventId -> updates.add(Updates.push("inbox", eventId)));
        Bson unchanged = and(eq("_id", id), eq("version", before.version()), notHandled(cause));
        if (collection.updateOne(unchanged, Updates.combine(updates)).getMatchedCount() == 0) {
            return Optional.empty();
        }
        return Optional.of(committed(id, change, version));
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
            relay.committed(collection.getNamespace().getCollectionName(), id);
        }
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
                events.encode(event));
        return List.of(OutboxDocuments.toBson(entry));
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

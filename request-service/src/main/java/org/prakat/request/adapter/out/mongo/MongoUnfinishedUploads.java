package org.prakat.request.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pullAll;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.prakat.request.application.port.UnfinishedUploads;
import org.prakat.request.domain.UnfinishedUpload;
import org.prakat.request.domain.UnfinishedUpload.Piece;

/**
 * Unfinished uploads in the collection {@code unfinished_uploads}: {@code {_id, office, fileName, mediaType, length, offset, pieces:
 * [{key, size}], announced: [key], at}}.
 */
public final class MongoUnfinishedUploads implements UnfinishedUploads {

    private static final String OFFICE = "office";
    private static final String OFFSET = "offset";
    private static final String PIECES = "pieces";
    private static final String ANNOUNCED = "announced";

    private final MongoCollection<Document> collection;

    public MongoUnfinishedUploads(MongoDatabase database) {
        this.collection = database.getCollection("unfinished_uploads");
        collection.createIndex(Indexes.ascending(OFFICE));
        collection.createIndex(Indexes.ascending("at"));
    }

    @Override
    public void add(UnfinishedUpload upload) {
        collection.insertOne(new Document("_id", upload.id())
                .append(OFFICE, upload.office())
                .append("fileName", upload.fileName())
                .append("mediaType", upload.mediaType())
                .append("length", upload.length())
                .append(OFFSET, upload.offset())
                .append(PIECES, documents(upload.pieces()))
                .append(ANNOUNCED, upload.announced())
                .append("at", upload.at()));
    }

    @Override
    public Optional<UnfinishedUpload> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(MongoUnfinishedUploads::read);
    }

    @Override
    public List<UnfinishedUpload> of(String office, int limit) {
        return list(eq(OFFICE, office), limit);
    }

    @Override
    public boolean announce(String id, String key) {
        return collection.updateOne(eq("_id", id), push(ANNOUNCED, key)).getMatchedCount() == 1;
    }

    @Override
    public boolean extend(UnfinishedUpload seen, List<Piece> pieces) {
        long size = pieces.stream().mapToLong(Piece::size).sum();
        return collection
                        .updateOne(
                                and(eq("_id", seen.id()), eq(OFFSET, seen.offset())),
                                combine(
                                        inc(OFFSET, size),
                                        pushEach(PIECES, documents(pieces)),
                                        pullAll(
                                                ANNOUNCED,
                                                pieces.stream().map(Piece::key).toList())))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public List<UnfinishedUpload> before(Instant time, int limit) {
        return list(lt("at", time), limit);
    }

    @Override
    public void remove(String id) {
        collection.deleteOne(eq("_id", id));
    }

    private List<UnfinishedUpload> list(Bson filter, int limit) {
        List<UnfinishedUpload> found = new ArrayList<>();
        collection.find(filter).sort(ascending("at")).limit(limit).forEach(document -> found.add(read(document)));
        return found;
    }

    private static List<Document> documents(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> new Document("key", piece.key()).append("size", piece.size()))
                .toList();
    }

    private static UnfinishedUpload read(Document document) {
        return new UnfinishedUpload(
                document.getString("_id"),
                document.getString(OFFICE),
                document.getString("fileName"),
                document.getString("mediaType"),
                document.getLong("length"),
                document.getList(PIECES, Document.class).stream()
                        .map(piece -> new Piece(piece.getString("key"), piece.getLong("size")))
                        .toList(),
                document.getList(ANNOUNCED, String.class),
                document.getDate("at").toInstant());
    }
}

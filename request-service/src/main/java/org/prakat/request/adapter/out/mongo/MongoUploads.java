package org.prakat.request.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.prakat.common.event.Attachment;
import org.prakat.request.application.port.Uploads;
import org.prakat.request.domain.Upload;
import tools.jackson.databind.json.JsonMapper;

/** Files sent ahead in the collection {@code uploads}: {@code {_id, office, at, usedBy, file}}. */
public final class MongoUploads implements Uploads {

    private static final String USED_BY = "usedBy";

    private final MongoCollection<Document> collection;
    private final JsonMapper json = JsonMapper.shared();

    public MongoUploads(MongoDatabase database) {
        this.collection = database.getCollection("uploads");
        collection.createIndex(Indexes.ascending("office", USED_BY));
        collection.createIndex(Indexes.ascending("at"));
    }

    @Override
    public boolean keep(Upload upload) {
        try {
            collection.insertOne(new Document("_id", upload.id())
                    .append("office", upload.office())
                    .append("at", upload.at())
                    .append(USED_BY, upload.usedBy())
                    .append("file", json.writeValueAsString(upload.file())));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Optional<Upload> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(this::read);
    }

    @Override
    public long waiting(String office) {
        return collection.countDocuments(and(eq("office", office), eq(USED_BY, null)));
    }

    @Override
    public boolean claim(String id, String request) {
        return collection
                        .updateOne(and(eq("_id", id), in(USED_BY, Arrays.asList(null, request))), set(USED_BY, request))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public List<Upload> before(Instant time, int limit) {
        List<Upload> found = new ArrayList<>();
        collection
                .find(lt("at", time))
                .sort(ascending("at"))
                .limit(limit)
                .forEach(document -> found.add(read(document)));
        return found;
    }

    @Override
    public void forget(String id) {
        collection.deleteOne(eq("_id", id));
    }

    private Upload read(Document document) {
        return new Upload(
                document.getString("_id"),
                document.getString("office"),
                json.readValue(document.getString("file"), Attachment.class),
                document.getDate("at").toInstant(),
                document.getString(USED_BY));
    }
}

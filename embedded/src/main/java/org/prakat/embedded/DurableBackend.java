package org.prakat.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;

/**
 * Writes to the file before it answers. H2 itself writes in the background, and a killed process would lose what it had
 * acknowledged. Every command that may write commits, whether or not there seems to be something to write: while another
 * thread's commit is under way, H2 already counts this thread's change as saved.
 */
final class DurableBackend extends H2Backend {

    private static final Set<String> READING = Set.of(
            "find",
            "getMore",
            "count",
            "aggregate",
            "distinct",
            "ping",
            "hello",
            "isMaster",
            "ismaster",
            "killCursors");

    DurableBackend(MVStore store) {
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new Database(name);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document answer = super.handleMessage(message);
        String command = message.getDocument().keySet().iterator().next();
        if (!READING.contains(command)) {
            commit();
        }
        return answer;
    }

    /** Has its collections and keys stored our way, and counts and groups without decoding whole documents. */
    private final class Database extends H2Database {

        private static final long serialVersionUID = 1L;

        Database(String name) {
            super(name, getMvStore(), getCursorRegistry());
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
            MVMap<Object, byte[]> documents = getMvStore()
                    .openMap(
                            "databases." + getFullCollectionNamespace(collection),
                            new MVMap.Builder<Object, byte[]>().valueType(ByteArrayDataType.INSTANCE));
            return new StoredCollection(this, collection, options, documents, cursorRegistry);
        }

        /** Has the map opened with our type before the library opens it with its own. */
        @Override
        protected Index<Object> openOrCreateUniqueIndex(
                String collection, String index, List<IndexKey> keys, boolean sparse) {
            getMvStore()
                    .openMap(
                            getFullCollectionNamespace(collection) + "._index_" + index,
                            new MVMap.Builder<KeyValue, Object>().keyType(new StoredKeys()));
            return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
        }

        /** An index that is not unique serves for its first field. The library only notes that it was asked for. */
        @Override
        protected Index<Object> openOrCreateSecondaryIndex(
                String collection, String index, List<IndexKey> keys, boolean sparse) {
            if (resolveCollection(collection, false) instanceof StoredCollection stored) {
                stored.index(keys.get(0).getKey());
            }
            return super.openOrCreateSecondaryIndex(collection, index, keys, sparse);
        }

        @Override
        public Document handleCommand(
                Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
            if (command.equals("aggregate")
                    && resolveCollection((String) query.get(command), false) instanceof StoredCollection collection) {
                List<Document> pipeline = Aggregation.parse(query.get("pipeline"));
                return answer(collection, aggregate(pipeline, collection, databases, oplog));
            }
            return super.handleCommand(channel, command, query, databases, oplog);
        }

        /** What a pipeline begins by asking for is found as any query finds it; the library does the rest. */
        private List<Document> aggregate(
                List<Document> pipeline, StoredCollection collection, DatabaseResolver databases, Oplog oplog) {
            Document query = new Document();
            List<Document> stages = pipeline;
            if (!pipeline.isEmpty() && pipeline.get(0).get("$match") instanceof Document asked) {
                query = asked;
                stages = pipeline.subList(1, pipeline.size());
            }
            return Aggregation.fromPipeline(stages, databases, this, collection, oplog)
                    .runStages(collection.matching(query, Fields.none().andOfPipeline(stages)));
        }

        private Document answer(MongoCollection<Object> collection, List<Document> result) {
            Document cursor = new Document("id", 0L)
                    .append("ns", collection.getFullName())
                    .append("firstBatch", result);
            Document answer = new Document("cursor", cursor);
            Utils.markOkay(answer);
            return answer;
        }
    }
}

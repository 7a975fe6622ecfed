package org.prakat.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that finds documents by a unique key also where a query asks for more than the key, as every write of an aggregate
 * does with its version. The library itself would then read all documents.
 */
final class StoredCollection extends H2Collection {

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> metadata,
            CursorRegistry cursors) {
        super(database, name, options, documents, metadata, cursors);
    }

    /** What the library calls when no index answers the query as a whole. */
    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batchSize, @Nullable Document fields) {
        Optional<Iterable<Object>> positions =
                parts(query).flatMap(this::positions).findFirst();
        return positions.isPresent()
                ? matchDocumentsFromStream(
                        StreamSupport.stream(positions.get().spliterator(), false)
                                .map(this::getDocument),
                        query,
                        order,
                        skip,
                        limit,
                        batchSize,
                        fields)
                : super.matchDocuments(query, order, skip, limit, batchSize, fields);
    }

    /** The conditions that a document must all meet, each as a query of its own. */
    private static Stream<Document> parts(Document query) {
        return query.entrySet().stream()
                .flatMap(part -> part.getKey().equals("$and") && part.getValue() instanceof Collection<?> all
                        ? all.stream().map(Document.class::cast).flatMap(StoredCollection::parts)
                        : Stream.of(new Document(part.getKey(), part.getValue())));
    }

    private Stream<Iterable<Object>> positions(Document part) {
        return getIndexes().stream().filter(index -> index.canHandle(part)).map(index -> index.getPositions(part));
    }
}

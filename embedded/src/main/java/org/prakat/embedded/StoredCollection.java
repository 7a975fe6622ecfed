package org.prakat.embedded;

import com.google.common.collect.Comparators;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that is quick enough for an office's thousands of documents, and that reads what is whole:
 *
 * <ul>
 *   <li>A unique key finds its document also where a query asks for more than the key, as every write of an aggregate does with its
 *       version. The library itself would then read all documents.
 *   <li>Who asks for the first few in an order does not make it hold all the others meanwhile.
 *   <li>Readers wait neither for writers nor for each other. What a reader gets, and what a commit writes, is never changed in place, as
 *       the library does it: it gets copies to change.
 * </ul>
 */
final class StoredCollection extends H2Collection {

    /** Who asks for more than so many has all of them sorted. */
    private static final int MOST_SELECTED = 1_000;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> metadata,
            CursorRegistry cursors) {
        super(database, name, options, documents, metadata, cursors);
    }

    /** What {@code find} asks, as the library answers it, but for its lock. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public QueryResult handleQuery(QueryParameters asked) {
        Document selector = asked.getQuerySelector();
        return selector.containsKey("$query")
                ? queryDocuments(
                        (Document) selector.get("$query"),
                        (Document) selector.get("$orderby"),
                        asked.getNumberToSkip(),
                        asked.getLimit(),
                        asked.getBatchSize(),
                        asked.getProjection())
                : super.handleQuery(asked);
    }

    /** For aggregations, which read one document after the other. */
    @Override
    public Stream<Document> queryAllAsStream() {
        return streamAllDocumentsWithPosition().map(DocumentWithPosition::getDocument);
    }

    /** What the library calls when no index answers the query as a whole. */
    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batchSize, @Nullable Document fields) {
        return parts(query)
                .flatMap(this::positions)
                .findFirst()
                .map(positions -> matchDocuments(query, positions, order, skip, limit, batchSize, fields))
                .orElseGet(() -> super.matchDocuments(query, order, skip, limit, batchSize, fields));
    }

    /** What the library calls when an index does. A document may be gone since the index was looked into. */
    @Override
    protected QueryResult matchDocuments(
            Document query,
            Iterable<Object> positions,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        Stream<Document> documents = StreamSupport.stream(positions.spliterator(), false)
                .map(this::getDocument)
                .filter(Objects::nonNull);
        return matchDocumentsFromStream(documents, query, order, skip, limit, batchSize, fields);
    }

    @Override
    protected QueryResult matchDocumentsFromStream(
            Document query,
            Stream<Document> documents,
            int skip,
            int limit,
            int batchSize,
            @Nullable Comparator<Document> order,
            @Nullable Document fields) {
        Stream<Document> few = documents;
        if (order != null && limit > 0 && (long) skip + limit <= MOST_SELECTED) {
            few = documents
                    .filter(document -> documentMatchesQuery(document, query))
                    .collect(Comparators.least(skip + limit, order))
                    .stream();
        }
        return super.matchDocumentsFromStream(query, few, skip, limit, batchSize, order, fields);
    }

    /** Updates change what a query gave them. */
    @Override
    protected QueryResult createQueryResult(List<Document> found, int batchSize) {
        return super.createQueryResult(found.stream().map(Document::clone).toList(), batchSize);
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

package org.prakat.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that is quick enough for an office's thousands of documents, and that reads what is whole:
 *
 * <ul>
 *   <li>Documents are in memory as they are in the file, as BSON that nobody changes. Whoever reads one has it decoded for himself, and
 *       who looks through many has of each only decoded what he looks at.
 *   <li>A unique key finds its document also where a query asks for more than the key, as every write of an aggregate does with its
 *       version. The library itself would then read all documents, as it would for a field that has an index but is no key.
 *   <li>Who asks for the first few in an order does not make it hold all the others meanwhile.
 *   <li>Readers wait neither for writers nor for each other.
 * </ul>
 */
final class StoredCollection extends AbstractSynchronizedMongoCollection<Object> {

    private static final Document EVERYTHING = new Document();

    /** With an index of which more than one in so many documents would have to be looked at, all are looked at. */
    private static final int WORTH_AN_INDEX = 4;

    private final MVMap<Object, byte[]> documents;
    private final List<ValueIndex> valueIndexes = new CopyOnWriteArrayList<>();
    private final CoveringIndex coveringIndex;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, byte[]> documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.coveringIndex = new CoveringIndex(documents, this::documentMatchesQuery, System::nanoTime);
    }

    /** A document, and as much of it as a query looks at. */
    private record Seen(byte[] bson, Document looked) {}

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

    /** What the library calls when no index of its own answers the query as a whole. */
    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batchSize, @Nullable Document fields) {
        return answer(candidates(query, order, needed(skip, limit)), query, order, skip, limit, batchSize, fields);
    }

    private static long needed(int skip, int limit) {
        return limit > 0 ? (long) skip + limit : Long.MAX_VALUE;
    }

    /** Among which those are that a query asks for: the first so many of them in an order. */
    private Stream<byte[]> candidates(Document query, @Nullable Document order, long needed) {
        Optional<Iterable<Object>> byKey = byKey(query);
        if (byKey.isPresent()) {
            return at(byKey.get());
        }
        Optional<Set<Object>> byValue = byValue(query);
        if (byValue.isPresent() && byValue.get().size() < CoveringIndex.FEWEST) {
            return at(byValue.get());
        }
        return coveringIndex
                .find(query, SortOrder.of(order), needed, byValue)
                .map(List::stream)
                .orElseGet(() -> atOrAll(byValue));
    }

    private Stream<byte[]> atOrAll(Optional<? extends Iterable<Object>> positions) {
        return positions.isPresent() ? at(positions.get()) : documents.values().stream();
    }

    /** A document may be gone since the index was looked into. */
    private Stream<byte[]> at(Iterable<Object> positions) {
        return StreamSupport.stream(positions.spliterator(), false)
                .map(documents::get)
                .filter(Objects::nonNull);
    }

    /** What the library calls when an index does. */
    @Override
    protected QueryResult matchDocuments(
            Document query,
            Iterable<Object> positions,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        return answer(at(positions), query, order, skip, limit, batchSize, fields);
    }

    private QueryResult answer(
            Stream<byte[]> candidates,
            Document query,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        Fields wanted = wanted(fields);
        Stream<Document> found = find(candidates, query, order, skip, limit).map(seen -> wanted.decode(seen.bson()));
        return super.matchDocumentsFromStream(EVERYTHING, found, 0, 0, batchSize, null, fields);
    }

    /** What a projection that names what to include needs; else everything. */
    private Fields wanted(@Nullable Document fields) {
        return fields == null || fields.isEmpty() || !fields.values().stream().allMatch(Utils::isTrue)
                ? Fields.all()
                : Fields.none().and(fields.keySet()).and(List.of(getIdField()));
    }

    private Stream<Seen> find(
            Stream<byte[]> candidates, Document query, @Nullable Document order, int skip, int limit) {
        Fields looked = Fields.none().andOfQuery(query).and(order == null ? List.of() : order.keySet());
        Predicate<Document> conditions = Conditions.of(query, this::documentMatchesQuery);
        Stream<Seen> found = candidates
                .map(bson -> new Seen(bson, looked.decode(bson)))
                .filter(seen -> conditions.test(seen.looked()));
        return SortOrder.of(order)
                .map(sort -> sort.first(needed(skip, limit), found, seen -> sort.valuesIn(seen.looked())))
                .orElse(found)
                .skip(skip)
                .limit(limit > 0 ? limit : Long.MAX_VALUE);
    }

    /** The conditions that a document must all meet, each as a query of its own. */
    private static Stream<Document> parts(Document query) {
        return query.entrySet().stream()
                .flatMap(part -> part.getKey().equals("$and") && part.getValue() instanceof Collection<?> all
                        ? all.stream().map(Document.class::cast).flatMap(StoredCollection::parts)
                        : Stream.of(new Document(part.getKey(), part.getValue())));
    }

    private Optional<Iterable<Object>> byKey(Document query) {
        return parts(query)
                .flatMap(part -> getIndexes().stream()
                        .filter(index -> index.canHandle(part))
                        .map(index -> index.getPositions(part)))
                .findFirst();
    }

    private Optional<Set<Object>> byValue(Document query) {
        return parts(query)
                .flatMap(part -> valueIndexes.stream().flatMap(index -> index.positions(part).stream()))
                .min(Comparator.comparingInt(Set::size))
                .filter(positions -> positions.size() <= documents.size() / WORTH_AN_INDEX);
    }

    /** Has documents found by what is in this field, unless they are already. */
    synchronized void index(String path) {
        if (valueIndexes.stream().noneMatch(index -> index.isOf(path))) {
            ValueIndex index = new ValueIndex(path);
            documents.forEach((position, bson) -> index.add(bson, position));
            valueIndexes.add(index);
        }
    }

    /** Looks at the one field only. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public Document handleDistinct(Document query) {
        String key = (String) query.get("key");
        Set<Object> values = new TreeSet<>(ValueComparator.ascWithoutListHandling());
        Document filter = (Document) query.getOrDefault("query", EVERYTHING);
        matching(filter, Fields.none().and(List.of(key))).forEach(document -> {
            Object value = Utils.getSubdocumentValueCollectionAware(document, key);
            if (value instanceof Collection<?> several) {
                values.addAll(several);
            } else if (!(value instanceof Missing)) {
                values.add(value);
            }
        });
        Document answer = new Document("values", values);
        Utils.markOkay(answer);
        return answer;
    }

    /** The documents that a query asks for, each with at least these fields. */
    Stream<Document> matching(Document query, Fields wanted) {
        Optional<Iterable<Object>> byKey = byKey(query);
        if (byKey.isPresent()) {
            return lookedThrough(at(byKey.get()), query, wanted);
        }
        Optional<Set<Object>> byValue = byValue(query);
        return coveringIndex
                .select(query, wanted, byValue)
                .orElseGet(() -> lookedThrough(atOrAll(byValue), query, wanted));
    }

    private Stream<Document> lookedThrough(Stream<byte[]> candidates, Document query, Fields wanted) {
        return candidates
                .map(Fields.none().andOfQuery(query).and(wanted)::decode)
                .filter(Conditions.of(query, this::documentMatchesQuery));
    }

    /** For aggregations, which read one document after the other. */
    @Override
    public Stream<Document> queryAllAsStream() {
        return matching(EVERYTHING, Fields.all());
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(Fields.all().decode(entry.getValue()), entry.getKey()));
    }

    @Override
    protected @Nullable Document getDocument(Object position) {
        byte[] bson = documents.get(position);
        return bson == null ? null : Fields.all().decode(bson);
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        Object position = getIdField() == null ? UUID.randomUUID() : Objects.requireNonNull(document.get(getIdField()));
        put(position, document);
        valueIndexes.forEach(index -> index.add(document, position));
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        put(position, after);
        valueIndexes.forEach(index -> index.move(before, after, position));
    }

    private void put(Object position, Document document) {
        byte[] bson = encode(document);
        documents.put(position, bson);
        coveringIndex.put(position, bson);
    }

    @Override
    protected void removeDocument(Object position) {
        Document document = Fields.all().decode(Objects.requireNonNull(documents.remove(position)));
        coveringIndex.remove(position);
        valueIndexes.forEach(index -> index.remove(document, position));
    }

    private static byte[] encode(Document document) {
        ByteBuf bson = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, bson);
        return ByteBufUtil.getBytes(bson);
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /** Nobody asks for it, and it would be one more write for each change. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}

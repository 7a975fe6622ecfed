package org.prakat.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;

/** The path of a field, split once for the thousands of documents in which it is followed. */
record FieldPath(String path, List<String> names) {

    static FieldPath of(String path) {
        return new FieldPath(path, List.of(path.split("\\.", -1)));
    }

    /** What is there; the array, where it leads through one or to one: what the rest of it means there the library knows. */
    Object in(Document document) {
        Object value = document;
        for (String name : names) {
            if (value instanceof Collection) {
                return value;
            }
            value = value instanceof Document within ? within.getOrMissing(name) : Missing.getInstance();
        }
        return value;
    }

    /** Has it there, unless it is missing. */
    void put(Object value, Document document) {
        if (value instanceof Missing) {
            return;
        }
        Document within = document;
        for (String name : names.subList(0, names.size() - 1)) {
            within = (Document) within.computeIfAbsent(name, none -> new Document());
        }
        within.put(names.get(names.size() - 1), value);
    }
}

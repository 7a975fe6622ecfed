package org.prakat.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which documents have a text in a field, for conditions that ask for just that text. It is held in memory and made anew when the file is
 * opened. A field that holds several values in any document is left alone: a publication has hundreds of search terms.
 */
final class ValueIndex {

    private final FieldPath path;
    private final Fields fields;
    private final Map<String, Set<Object>> positions = new ConcurrentHashMap<>();
    private volatile boolean leftAlone;

    ValueIndex(String path) {
        this.path = FieldPath.of(path);
        this.fields = Fields.none().and(List.of(path));
    }

    boolean isOf(String otherPath) {
        return path.path().equals(otherPath);
    }

    /** Adds a document that is in the file already. */
    void add(byte[] bson, Object position) {
        add(fields.decode(bson), position);
    }

    void add(Document document, Object position) {
        Object value = path.in(document);
        if (value instanceof Collection) {
            leftAlone = true;
        } else if (value instanceof String text && !leftAlone) {
            positions
                    .computeIfAbsent(text, none -> ConcurrentHashMap.newKeySet())
                    .add(position);
        }
    }

    void remove(Document document, Object position) {
        if (path.in(document) instanceof String text) {
            positions.computeIfPresent(text, (same, there) -> {
                there.remove(position);
                return there.isEmpty() ? null : there;
            });
        }
    }

    /** The new place is there before the old one is gone, so that who looks for either finds it. */
    void move(Document before, Document after, Object position) {
        Object value = path.in(before);
        if (!Objects.equals(value, path.in(after))) {
            add(after, position);
            remove(before, position);
        }
    }

    /** Where to look for what meets a query of one condition; empty when this index cannot tell. */
    Optional<Set<Object>> positions(Document query) {
        Object condition = query.get(path.path());
        if (leftAlone || condition == null) {
            return Optional.empty();
        }
        if (condition instanceof String text) {
            return Optional.of(at(text));
        }
        if (condition instanceof Document in
                && in.keySet().equals(Set.of("$in"))
                && in.get("$in") instanceof Collection<?> texts
                && texts.stream().allMatch(String.class::isInstance)) {
            return Optional.of(
                    texts.stream().flatMap(text -> at((String) text).stream()).collect(Collectors.toSet()));
        }
        return Optional.empty();
    }

    private Set<Object> at(String text) {
        return positions.getOrDefault(text, Set.of());
    }
}

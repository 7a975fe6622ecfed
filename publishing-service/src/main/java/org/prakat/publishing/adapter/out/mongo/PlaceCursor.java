package org.prakat.publishing.adapter.out.mongo;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.publishing.adapter.out.mongo.SearchTerms.Place;

/**
 * Where a page of what was found ended.
 *
 * @param within the cursor in the list of what was found in this place; absent: its beginning
 */
record PlaceCursor(Place place, @Nullable String within) {

    private static final PlaceCursor BEGINNING = new PlaceCursor(Place.TITLE, null);

    /** Reads what {@link #encode} wrote; the beginning for anything else. */
    static PlaceCursor decode(@Nullable String cursor) {
        return Optional.ofNullable(cursor)
                .map(text -> text.split("\\.", 2))
                .filter(parts -> parts.length == 2)
                .flatMap(parts -> Arrays.stream(Place.values())
                        .filter(place -> place.name().equals(parts[0]))
                        .findFirst()
                        .map(place -> new PlaceCursor(place, parts[1])))
                .orElse(BEGINNING);
    }

    String encode() {
        return place.name() + "." + within;
    }
}

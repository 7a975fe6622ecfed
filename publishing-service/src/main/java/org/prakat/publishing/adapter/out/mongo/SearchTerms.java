package org.prakat.publishing.adapter.out.mongo;

import static com.mongodb.client.model.Filters.all;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.prakat.common.event.Attachment;
import org.prakat.publishing.domain.Correction;
import org.prakat.publishing.domain.Publication;

/**
 * What stands in the field {@code search} beside a publication, and how it is found by it. The index on {@code search.grams}
 * narrows a search down; the texts then decide, so that nothing is found that does not have the words.
 */
final class SearchTerms {

    static final String FIELD = "search";
    static final String GRAMS = FIELD + ".grams";
    static final String EDITION = FIELD + ".edition";

    /** Counts the ways in which these fields are made: what has an earlier one is made anew when the service starts. */
    private static final int PRESENT_EDITION = 1;

    /** More than title, summary, source and file names of a form can have. */
    private static final int MOST_GRAMS = 8_000;

    private static final int MOST_WORDS = 30;

    /** Where the words may stand. What comes first is found first, and each place has in it those before it. */
    enum Place {
        TITLE,
        TEXT,
        EVERYTHING;

        private Optional<Place> before() {
            return switch (this) {
                case TITLE -> Optional.empty();
                case TEXT -> Optional.of(TITLE);
                case EVERYTHING -> Optional.of(TEXT);
            };
        }

        private String field() {
            return FIELD + "." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Set<String> words;

    private SearchTerms(Set<String> words) {
        this.words = words;
    }

    /** @param query as somebody typed it; only its first words count */
    static SearchTerms of(String query) {
        return new SearchTerms(SearchedText.of(query).words().stream()
                .limit(MOST_WORDS)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** What is to stand beside a publication. */
    static BsonDocument of(Publication item) {
        String title = item.text(Correction.Field.TITLE);
        String text = String.join("\n", title, item.text(Correction.Field.SUMMARY), item.text(Correction.Field.SOURCE));
        String everything = Stream.concat(
                        Stream.of(text),
                        item.assignment().attachments().stream().map(Attachment::fileName))
                .collect(Collectors.joining("\n"));
        SearchedText searched = SearchedText.of(everything);
        List<BsonString> grams =
                searched.grams(MOST_GRAMS).stream().map(BsonString::new).toList();
        return new BsonDocument("edition", new BsonInt32(PRESENT_EDITION))
                .append("title", new BsonString(SearchedText.of(title).toString()))
                .append("text", new BsonString(SearchedText.of(text).toString()))
                .append("everything", new BsonString(searched.toString()))
                .append("grams", new BsonArray(grams));
    }

    /** What has no search terms yet, or old ones. */
    static Bson missing() {
        return or(eq(EDITION, null), lt(EDITION, PRESENT_EDITION));
    }

    /** Nothing that could be looked for was typed. */
    boolean isEmpty() {
        return words.isEmpty();
    }

    /** What has all the words in this place, or in one that comes before it. */
    Bson in(Place place) {
        List<Bson> filters = new ArrayList<>();
        List<String> grams = words.stream()
                .flatMap(word -> SearchedText.of(word).grams(MOST_GRAMS).stream())
                .distinct()
                .toList();
        if (!grams.isEmpty()) {
            filters.add(all(GRAMS, grams));
        }
        words.forEach(word -> filters.add(regex(place.field(), Pattern.quote(word))));
        return and(filters);
    }

    /** What has all the words in this place, and not in one that comes before it. */
    Bson firstIn(Place place) {
        return place.before().map(before -> and(in(place), notAllIn(before))).orElseGet(() -> in(place));
    }

    private Bson notAllIn(Place place) {
        return or(words.stream()
                .map(word -> not(regex(place.field(), Pattern.quote(word))))
                .toList());
    }
}

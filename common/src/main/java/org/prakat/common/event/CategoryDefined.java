package org.prakat.common.event;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A category of the site (หมวดหมู่), with its part of the publication guideline.
 *
 * @param position where it stands in the list of categories, from 1
 * @param guidelines its versions, the oldest first, at least one
 * @param active whether new requests may name it
 */
public record CategoryDefined(
        String id, long version, String office, Text name, int position, List<Guideline> guidelines, boolean active)
        implements ReferenceEvent {

    public CategoryDefined {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(name, "name");
        guidelines = List.copyOf(guidelines);
    }

    /** The version that is in force on a day; before the first came into force, the first. */
    public Guideline guidelineOn(LocalDate day) {
        return guidelines.stream()
                .filter(guideline -> !guideline.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(Guideline::effectiveFrom).thenComparing(Guideline::version))
                .orElseGet(() -> guidelines.get(0));
    }

    /** The version of this number, by which a request was judged. */
    public Optional<Guideline> guideline(int number) {
        return guidelines.stream()
                .filter(guideline -> guideline.version() == number)
                .findFirst();
    }

    @Override
    public String subject() {
        return "category/" + id;
    }
}

package org.prakat.common.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says that an item is evidence in a yearly assessment, for example {@code MOIT 5 / FY 2569 / Q1}.
 *
 * @param item of the assessment, for example {@code MOIT 5}
 * @param fiscalYear the Buddhist year in which the assessed fiscal year ends
 * @param quarter 1 to 4, from October; absent: the whole year
 */
public record EvidenceTag(String item, int fiscalYear, @Nullable Integer quarter) {
    public EvidenceTag {
        Objects.requireNonNull(item, "item");
    }
}

package org.prakat.common.event;

import java.util.List;
import java.util.Objects;

/**
 * A category of the site (หมวดหมู่), with its part of the publication guideline.
 *
 * @param position where it stands in the list of categories, from 1
 * @param permittedExtensions lower case, without the dot
 * @param maxFileSize of one file, in bytes
 * @param maxFiles how many files a request may carry
 * @param defaultPeriod what the form proposes
 * @param longestPeriod the longest that may be asked for; a length, not a date
 * @param active whether new requests may name it
 */
public record CategoryDefined(
        String id,
        long version,
        String office,
        Text name,
        int position,
        List<String> permittedExtensions,
        long maxFileSize,
        int maxFiles,
        PublicationPeriod defaultPeriod,
        PublicationPeriod longestPeriod,
        boolean active)
        implements ReferenceEvent {

    public CategoryDefined {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(name, "name");
        permittedExtensions = List.copyOf(permittedExtensions);
        Objects.requireNonNull(defaultPeriod, "defaultPeriod");
        Objects.requireNonNull(longestPeriod, "longestPeriod");
    }

    @Override
    public String subject() {
        return "category/" + id;
    }
}

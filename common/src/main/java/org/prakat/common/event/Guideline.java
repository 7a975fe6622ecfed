package org.prakat.common.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of a category's part of the publication guideline (กรอบแนวทางการเผยแพร่). A request keeps the version it was judged by.
 *
 * @param version counts from 1
 * @param effectiveFrom first day, in the office's zone
 * @param requiredFields fields of the form that must be filled in beside those that always must: externalLink, remark,
 *     wishedPublicationDate, attachments or evidence
 * @param permittedExtensions lower case, without the dot
 * @param maxFileSize of one file, in bytes
 * @param maxFiles how many files a request may carry
 * @param defaultPeriod what the form proposes
 * @param longestPeriod the longest that may be asked for; never a date
 * @param currencyCheckDays every how many days it is to be checked that an item is current; absent: never
 * @param retentionDays how many days the archive keeps a removed item; absent: for ever
 */
public record Guideline(
        int version,
        LocalDate effectiveFrom,
        Set<String> requiredFields,
        List<String> permittedExtensions,
        long maxFileSize,
        int maxFiles,
        PublicationPeriod defaultPeriod,
        PublicationPeriod longestPeriod,
        @Nullable Integer currencyCheckDays,
        @Nullable Integer retentionDays) {
    public Guideline {
        Objects.requireNonNull(effectiveFrom, "effectiveFrom");
        Objects.requireNonNull(defaultPeriod, "defaultPeriod");
        Objects.requireNonNull(longestPeriod, "longestPeriod");
        requiredFields = Set.copyOf(requiredFields);
        permittedExtensions = List.copyOf(permittedExtensions);
    }
}

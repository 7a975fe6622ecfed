package org.prakat.publishing.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stood at an address before a new version took its place. Its files are in the archive.
 *
 * @param check the webmaster's, when it was published
 * @param publishedFrom UTC
 * @param replacedAt UTC
 */
public record Version(
        Assignment assignment, @Nullable WebmasterCheck check, Instant publishedFrom, Instant replacedAt) {}

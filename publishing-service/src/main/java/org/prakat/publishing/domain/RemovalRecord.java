package org.prakat.publishing.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.Removed;

/**
 * The record of a removal (3.4): by which rule, under whose order, and what an anonymous visitor found afterwards.
 *
 * @param invisibleSince UTC
 * @param responsible who holds the duty to remove; absent when nobody in the office does
 * @param pageGone whether the page no longer showed the item
 * @param filesGone whether the store of the site no longer had any of the files
 * @param at when that was looked at, UTC
 * @param retainUntil until when the archive keeps the files, UTC; absent: for ever
 * @param archiveDeletedAt when the archive deleted them, UTC
 */
public record RemovalRecord(
        Removed.Cause cause,
        Instant invisibleSince,
        @Nullable Person responsible,
        @Nullable OrderReference order,
        List<FileLeft> files,
        boolean pageGone,
        boolean filesGone,
        Instant at,
        @Nullable Instant retainUntil,
        @Nullable Instant archiveDeletedAt) {

    public RemovalRecord {
        files = List.copyOf(files);
    }

    /**
     * A file that left the site.
     *
     * @param at UTC
     */
    public record FileLeft(String fileName, String sha256, Instant at) {}

    RemovalRecord withArchiveDeleted(Instant deletedAt) {
        return new RemovalRecord(
                cause, invisibleSince, responsible, order, files, pageGone, filesGone, at, retainUntil, deletedAt);
    }
}

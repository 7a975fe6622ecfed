package org.prakat.publishing.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Result;
import org.prakat.common.event.ArchiveDeleted;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.Removed;

/**
 * The lasting work at the end of an item (3.4).
 *
 * @param rules of the office and of the guideline by which the request was judged
 */
public record Removing(Publication item, SiteRules rules) {

    /**
     * What was done with the files, and what an anonymous visitor then found.
     *
     * @param pageGone whether the page no longer showed the item
     * @param filesGone whether the store of the site no longer had any of the files
     */
    public record Outcome(List<RemovalRecord.FileLeft> files, boolean pageGone, boolean filesGone) {}

    /**
     * Under whose duty an item is removed.
     *
     * @param order that gives it
     */
    public record Responsible(@Nullable Person person, @Nullable OrderReference order) {

        static final Responsible NOBODY = new Responsible(null, null);
    }

    /** Whether its files have to leave now: it was taken down, or its period has ended and nobody holds it. */
    public boolean isDue(Instant now) {
        if (!item.status().mayBecome(PublicationStatus.REMOVED)) {
            return false;
        }
        return item.status() == PublicationStatus.TAKEN_DOWN
                || (item.requireStanding().isOverAt(now) && item.upkeep().hold() == null);
    }

    /**
     * Takes note that the files are in the archive, with the record of it.
     *
     * @param holder who has the duty to remove in the office; whoever took the item down answers for that
     */
    public Result<Change<Publication>> remove(Optional<Responsible> holder, Outcome outcome, Instant now) {
        if (!isDue(now)) {
            return Publication.illegal();
        }
        Removed.Cause cause = item.takeDown() == null
                ? Removed.Cause.EXPIRED
                : item.takeDown().cause();
        Responsible responsible = takenDownBy().or(() -> holder).orElse(Responsible.NOBODY);
        Instant invisibleSince = invisibleSince(now);
        Instant retainUntil = rules.retainUntil(now);
        RemovalRecord record = new RemovalRecord(
                cause,
                invisibleSince,
                responsible.person(),
                responsible.order(),
                outcome.files(),
                outcome.pageGone(),
                outcome.filesGone(),
                now,
                retainUntil,
                null);
        return Result.ok(new Change<>(
                item.with(record),
                new Removed(item.id(), item.assignment().revision(), cause, invisibleSince, retainUntil)));
    }

    private Optional<Responsible> takenDownBy() {
        return Optional.ofNullable(item.takeDown())
                .filter(down -> down.by() != null)
                .map(down -> new Responsible(down.by(), down.order()));
    }

    private Instant invisibleSince(Instant now) {
        return item.takeDown() != null
                ? item.takeDown().at()
                : Optional.ofNullable(item.requireStanding().expiresAt()).orElse(now);
    }

    /** Takes note that the archive has deleted the files, whose retention time is over. */
    public Result<Change<Publication>> archiveDeleted(Instant now) {
        RemovalRecord record = item.removal();
        if (record == null
                || record.archiveDeletedAt() != null
                || record.retainUntil() == null
                || now.isBefore(record.retainUntil())) {
            return Publication.illegal();
        }
        return Result.ok(new Change<>(
                item.with(record.withArchiveDeleted(now)),
                new ArchiveDeleted(item.id(), item.assignment().revision(), now)));
    }
}

package org.prakat.publishing.application.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Repository;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.publishing.domain.Publication;
import org.prakat.publishing.domain.PublicationStatus;

/** The publications: as the webmaster works with them, and as the public sees them. */
public interface Publications extends Repository<Publication> {

    /** Those of an office in one status, the oldest assignment first. */
    Page<Versioned<Publication>> list(String office, PublicationStatus status, @Nullable String cursor, int limit);

    /** Those of an office that stand on the site and have an end, what ends first first. */
    Page<Versioned<Publication>> expiring(String office, @Nullable String cursor, int limit);

    /** Those of an office whose currency check (3.3) is overdue at this instant, the longest overdue first. */
    Page<Versioned<Publication>> currencyOverdue(String office, Instant now, @Nullable String cursor, int limit);

    /** Those of an office with approved amendments that wait for the webmaster. */
    Page<Versioned<Publication>> withAmendments(String office, @Nullable String cursor, int limit);

    /** The publication that waits to be amended by this request. */
    Optional<Versioned<Publication>> amendedBy(String requestId);

    /** All others of an office, on the site or off it, that have a file with one of these contents. */
    List<Publication> withAnyOf(Set<String> sha256, String office, String except, int limit);

    /** The version that the caller has seen, of their own office. */
    default Result<Versioned<Publication>> current(String id, long seen, Identity who) {
        Optional<Versioned<Publication>> found =
                find(id).filter(there -> who.belongsTo(there.state().office()));
        if (found.isEmpty()) {
            return Result.refused(Reason.NOT_FOUND, "NOT_FOUND");
        }
        return found.get().version() == seen ? Result.ok(found.get()) : Result.refused(Reason.STALE, "STALE");
    }

    /**
     * Stores a publication that takes the next number of its category and fiscal year: without a gap and never twice, however
     * many do so at once.
     *
     * @param change what happens when it gets a number
     * @return refused with STALE when it changed meanwhile
     */
    Result<Versioned<Publication>> publish(
            Versioned<Publication> before,
            String category,
            int fiscalYear,
            IntFunction<Result<Change<Publication>>> change,
            Cause cause);

    /**
     * Hands over those of an office that took a number in a fiscal year, by category and number, as a stream.
     *
     * @param category of this one only; null: of all
     */
    void forEachNumbered(String office, int fiscalYear, @Nullable String category, Consumer<Publication> each);

    /**
     * What to show of the site.
     *
     * @param category of this one only
     * @param fiscalYear of this one only
     * @param fileType with a file of this extension only
     * @param words that title, summary, source or file names must all have in them, as somebody typed them
     */
    record Selection(
            @Nullable String category,
            @Nullable Integer fiscalYear,
            @Nullable String fileType,
            @Nullable String words) {

        public static final Selection EVERYTHING = new Selection(null, null, null, null);

        public static Selection of(@Nullable String category, @Nullable Integer fiscalYear) {
            return new Selection(category, fiscalYear, null, null);
        }
    }

    /**
     * What is public at this instant, the newest first. Where there are words, what has them all in its title comes first, then
     * what has them in title, summary and source, then what has some of them only in the names of its files.
     */
    Page<Versioned<Publication>> onSite(Selection selection, Instant now, @Nullable String cursor, int limit);

    /** What is public in a category at this instant in its publishing order, the last number of the last year first. */
    Page<Versioned<Publication>> inOrder(
            String category, @Nullable Integer fiscalYear, Instant now, @Nullable String cursor, int limit);

    /** Hands over a part of what is public at this instant, in an order that does not change. */
    void forEachOnSite(Instant now, int skip, int limit, Consumer<Publication> each);

    /** How many are public at this instant. */
    long countOnSite(Selection selection, Instant now);

    /** The categories that have something public at this instant, and how much. */
    Map<String, Long> countByCategory(Instant now);

    /** The fiscal years of a category, or of all, that have something public at this instant, the newest first. */
    List<Integer> fiscalYears(@Nullable String category, Instant now);

    /** The extensions of all files that are public at this instant, in alphabetical order. */
    List<String> fileTypes(Instant now);

    /** When the next of what is public comes to its end, or the next that has its time set appears; empty when never. */
    Optional<Instant> nextChange(Selection selection, Instant now);

    /** The number that the next publication in a category and fiscal year would get. */
    int nextOrder(String category, int fiscalYear);

    /** Which version of a publication is stored, whoever stored it. */
    OptionalLong version(String id);

    /** The same of many at once; those that there are, by their ids. */
    Map<String, Long> versions(Collection<String> ids);

    /** Counts what this process has changed of what stood on the site: whoever kept some of it reads it anew. */
    long changesOnSite();
}

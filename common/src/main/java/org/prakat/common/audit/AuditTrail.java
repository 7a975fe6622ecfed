package org.prakat.common.audit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Page;

/** The audit trails of one service: a chain for each office. */
public interface AuditTrail {

    /** An entry with its number in the chain. */
    record Numbered(long number, AuditEntry entry) {}

    /**
     * Which entries are asked for; what is absent does not limit.
     *
     * @param about the beginning of the entry's id: {@code requests/7k2m9x0q4rtw}
     * @param by the id of the person
     * @param from inclusive
     * @param until exclusive
     */
    record Query(
            @Nullable String about,
            @Nullable String by,
            @Nullable String action,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** Adds an entry to the chain of its office; nothing happens when it is there already. */
    void append(AuditEntry entry);

    /** The newest first. */
    Page<Numbered> list(String office, Query query, @Nullable String cursor, int limit);

    /** Hands over the whole chain of an office from its beginning; it does not stay in memory. */
    void forEach(String office, Consumer<ChainLink> each);

    /** The offices that have a chain. */
    Set<String> offices();

    /**
     * Checks an office's chain against itself, against everything that it tells of, and against checkpoints.
     *
     * @param kept checkpoints that were kept somewhere else
     */
    Verification verify(String office, List<Checkpoint> kept);

    /** How far the chain of an office reaches now. */
    Checkpoint checkpoint(String office);
}

package org.prakat.common.messaging;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Page;

/** The dead letters of one service (a port). */
public interface DeadLetters {

    /** Keeps one; doing so twice is the same as once. */
    void keep(DeadLetter letter);

    Optional<DeadLetter> find(String id);

    /** The newest first. */
    Page<DeadLetter> list(DeadLetter.Status status, @Nullable String cursor, int limit);

    /** Notes what became of it; false when that had been settled before. */
    boolean settle(String id, DeadLetter.Status status, String by, @Nullable String remark);
}

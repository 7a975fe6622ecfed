package org.prakat.gateway.application.port;

import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Repository;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.ReferenceEvent;

/**
 * What was laid down of one kind: each thing is kept as the event that tells of it.
 *
 * @param <T> the kind
 */
public interface Definitions<T extends ReferenceEvent> extends Repository<T> {

    /** In the order of their ids. */
    Page<Versioned<T>> list(@Nullable String cursor, int limit);
}

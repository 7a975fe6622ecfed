package org.prakat.gateway.domain;

import java.util.List;
import java.util.Optional;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.ReferenceEvent;

/**
 * What an administrator filled in to lay something down. Any part of it may be missing or wrong.
 *
 * @param <T> what it makes
 */
public interface Definition<T extends ReferenceEvent> {

    /**
     * All that is wrong with it.
     *
     * @param before what it is to take the place of; absent for a new thing
     */
    List<Fault> faults(String id, Known known, Optional<T> before);

    /** What it makes, once there is nothing wrong with it. */
    T define(String id, long version, Optional<T> before);
}

package org.prakat.gateway.domain;

import java.util.List;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.ReferenceEvent;

/**
 * What an administrator filled in to lay something down. Any part of it may be missing or wrong.
 *
 * @param <T> what it makes
 */
public interface Definition<T extends ReferenceEvent> {

    /** All that is wrong with it. */
    List<Fault> faults(String id, Known known);

    /** What it makes, once there is nothing wrong with it. */
    T define(String id, long version);
}

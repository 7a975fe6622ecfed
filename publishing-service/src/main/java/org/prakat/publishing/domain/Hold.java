package org.prakat.publishing.domain;

import java.time.Instant;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;

/**
 * Stops the removal of an item: while it lasts the item stays on the site, whatever its period says.
 *
 * @param reason in words
 * @param at UTC
 */
public record Hold(String reason, Person by, OrderReference order, Instant at) {}

package org.prakat.publishing.domain;

import java.time.Instant;
import org.prakat.common.event.Person;

/**
 * Somebody confirmed that the item is still current (3.3).
 *
 * @param by the webmaster, or the owner
 * @param at UTC
 */
public record CurrencyCheck(Person by, Instant at) {}

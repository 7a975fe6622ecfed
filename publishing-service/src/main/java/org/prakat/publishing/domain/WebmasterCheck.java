package org.prakat.publishing.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;

/**
 * The webmaster's check that the information is correct (3.1).
 *
 * @param order the order under which the webmaster acts
 * @param at UTC
 */
public record WebmasterCheck(Person webmaster, OrderReference order, Instant at, @Nullable String remark) {}

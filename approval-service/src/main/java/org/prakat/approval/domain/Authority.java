package org.prakat.approval.domain;

import org.jspecify.annotations.Nullable;
import org.prakat.common.event.ActingFor;
import org.prakat.common.event.OrderReference;

/**
 * By what a person may decide on a case at this moment.
 *
 * @param order the valid order under which they act
 * @param actingFor in whose place, when they are a deputy
 */
public record Authority(OrderReference order, @Nullable ActingFor actingFor) {}

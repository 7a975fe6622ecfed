package org.prakat.common.domain;

/**
 * An aggregate as it was read.
 *
 * @param version counts its changes, from 1; the entity tag of the API
 * @param <S> the aggregate
 */
public record Versioned<S>(S state, long version) {}

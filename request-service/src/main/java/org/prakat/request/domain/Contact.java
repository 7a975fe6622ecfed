package org.prakat.request.domain;

import org.jspecify.annotations.Nullable;

/** Whom to ask at the office that handed a request in. */
public record Contact(String name, String position, @Nullable String email, @Nullable String telephone) {}

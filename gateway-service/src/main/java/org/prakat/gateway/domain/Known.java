package org.prakat.gateway.domain;

import org.jspecify.annotations.Nullable;

/** Tells what has been laid down already. */
public interface Known {

    boolean office(@Nullable String id);

    /** Whether this office has this group. */
    boolean workGroup(@Nullable String office, @Nullable String id);

    boolean account(@Nullable String id);

    /** Whether files of this extension can be checked by their content. */
    boolean extension(String extension);
}

package org.prakat.common.security;

import org.prakat.common.domain.Identity;

/** An authentication that knows the identity of the caller. */
public interface IdentifiedCaller {

    Identity identity();
}

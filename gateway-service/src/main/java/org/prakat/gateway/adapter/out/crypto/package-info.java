/** Passwords and session tokens. */
@NullMarked
package org.prakat.gateway.adapter.out.crypto;

import org.jspecify.annotations.NullMarked;

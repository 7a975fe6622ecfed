/** Who is asking: identities out of signed tokens. */
@NullMarked
package org.prakat.common.security;

import org.jspecify.annotations.NullMarked;

/** Deadlines. Plain Java. */
@NullMarked
package org.prakat.expiry.domain;

import org.jspecify.annotations.NullMarked;

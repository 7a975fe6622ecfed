/** The tick of the clock. */
@NullMarked
package org.prakat.expiry.adapter.in.scheduling;

import org.jspecify.annotations.NullMarked;

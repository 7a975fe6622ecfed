/** The expiry service: the moments that somebody waits for (step 3.4). */
@NullMarked
package org.prakat.expiry;

import org.jspecify.annotations.NullMarked;

/** The publishing service: the webmaster's work and the public site (step 3). */
@NullMarked
package org.prakat.publishing;

import org.jspecify.annotations.NullMarked;

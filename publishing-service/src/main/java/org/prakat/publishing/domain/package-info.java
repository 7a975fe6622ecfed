/** What stands on the site, and the rules of putting it there and taking it off. Plain Java. */
@NullMarked
package org.prakat.publishing.domain;

import org.jspecify.annotations.NullMarked;

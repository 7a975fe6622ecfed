/** What can be done with publications. */
@NullMarked
package org.prakat.publishing.application;

import org.jspecify.annotations.NullMarked;

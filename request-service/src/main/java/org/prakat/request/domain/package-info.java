/** The publication request and its rules. Plain Java. */
@NullMarked
package org.prakat.request.domain;

import org.jspecify.annotations.NullMarked;

/** The few words that every aggregate's decisions are made of. Plain Java. */
@NullMarked
package org.prakat.common.domain;

import org.jspecify.annotations.NullMarked;

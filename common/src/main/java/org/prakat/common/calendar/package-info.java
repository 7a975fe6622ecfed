/** The office's calendar: its zone, the Buddhist era, the fiscal year. Plain Java. */
@NullMarked
package org.prakat.common.calendar;

import org.jspecify.annotations.NullMarked;

/**
 * The contract between the services, and with other offices: what is told, and under which name on the wire. Plain Java.
 * Within a version of an event, changes only add. The golden files in {@code src/test/resources/events} hold it.
 */
@NullMarked
package org.prakat.common.event;

import org.jspecify.annotations.NullMarked;

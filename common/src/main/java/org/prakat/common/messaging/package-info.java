/** How events travel: the CloudEvents form on Kafka, dispatch to handlers, early events and dead letters. */
@NullMarked
package org.prakat.common.messaging;

import org.jspecify.annotations.NullMarked;

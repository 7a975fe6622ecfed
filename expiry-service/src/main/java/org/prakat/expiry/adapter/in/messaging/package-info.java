/** What sets and calls off deadlines. */
@NullMarked
package org.prakat.expiry.adapter.in.messaging;

import org.jspecify.annotations.NullMarked;

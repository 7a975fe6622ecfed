/** Tells that a moment has come. */
@NullMarked
package org.prakat.expiry.adapter.out.kafka;

import org.jspecify.annotations.NullMarked;

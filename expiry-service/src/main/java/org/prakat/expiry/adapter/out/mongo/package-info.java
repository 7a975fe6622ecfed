/** Deadlines in MongoDB. */
@NullMarked
package org.prakat.expiry.adapter.out.mongo;

import org.jspecify.annotations.NullMarked;

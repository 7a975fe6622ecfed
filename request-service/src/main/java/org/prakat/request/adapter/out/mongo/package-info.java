/** Requests and notices in MongoDB. */
@NullMarked
package org.prakat.request.adapter.out.mongo;

import org.jspecify.annotations.NullMarked;

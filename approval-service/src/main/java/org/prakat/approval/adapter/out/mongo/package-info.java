/** Approval cases in MongoDB. */
@NullMarked
package org.prakat.approval.adapter.out.mongo;

import org.jspecify.annotations.NullMarked;

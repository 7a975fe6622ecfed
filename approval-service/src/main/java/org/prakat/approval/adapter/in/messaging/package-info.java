/** What the owner does with a request. */
@NullMarked
package org.prakat.approval.adapter.in.messaging;

import org.jspecify.annotations.NullMarked;

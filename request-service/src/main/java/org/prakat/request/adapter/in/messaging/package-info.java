/** What other services tell of a request. */
@NullMarked
package org.prakat.request.adapter.in.messaging;

import org.jspecify.annotations.NullMarked;

/** Calls to addresses that other offices named. */
@NullMarked
package org.prakat.request.adapter.out.webhook;

import org.jspecify.annotations.NullMarked;

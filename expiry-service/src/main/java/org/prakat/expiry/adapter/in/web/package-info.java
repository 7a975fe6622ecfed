/** Deadlines over HTTP. */
@NullMarked
package org.prakat.expiry.adapter.in.web;

import org.jspecify.annotations.NullMarked;

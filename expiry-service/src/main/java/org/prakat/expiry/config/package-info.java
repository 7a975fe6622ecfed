/** Wires the service. */
@NullMarked
package org.prakat.expiry.config;

import org.jspecify.annotations.NullMarked;

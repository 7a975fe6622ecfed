/** Wires the service. */
@NullMarked
package org.prakat.gateway.config;

import org.jspecify.annotations.NullMarked;

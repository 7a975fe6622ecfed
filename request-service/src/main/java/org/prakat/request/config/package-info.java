/** Wires the service. */
@NullMarked
package org.prakat.request.config;

import org.jspecify.annotations.NullMarked;

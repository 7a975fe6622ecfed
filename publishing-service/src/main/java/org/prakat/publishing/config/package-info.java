/** Wires the service. */
@NullMarked
package org.prakat.publishing.config;

import org.jspecify.annotations.NullMarked;

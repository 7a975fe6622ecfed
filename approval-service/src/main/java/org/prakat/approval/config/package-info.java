/** Wires the service. */
@NullMarked
package org.prakat.approval.config;

import org.jspecify.annotations.NullMarked;

/** Wires the shared plumbing into a service; see {@link org.prakat.common.config.PrakatService}. */
@NullMarked
package org.prakat.common.config;

import org.jspecify.annotations.NullMarked;

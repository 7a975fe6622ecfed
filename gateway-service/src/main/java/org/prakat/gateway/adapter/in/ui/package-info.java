/** The pages that the staff work with. */
@NullMarked
package org.prakat.gateway.adapter.in.ui;

import org.jspecify.annotations.NullMarked;

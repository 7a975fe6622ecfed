/** Notices in words. */
@NullMarked
package org.prakat.request.adapter.out.text;

import org.jspecify.annotations.NullMarked;

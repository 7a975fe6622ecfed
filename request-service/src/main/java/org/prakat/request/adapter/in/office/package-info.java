/** How other offices hand in requests and learn what became of them. */
@NullMarked
package org.prakat.request.adapter.in.office;

import org.jspecify.annotations.NullMarked;

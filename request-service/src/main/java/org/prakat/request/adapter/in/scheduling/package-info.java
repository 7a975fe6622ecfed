/** What happens by itself: the mail goes out. */
@NullMarked
package org.prakat.request.adapter.in.scheduling;

import org.jspecify.annotations.NullMarked;

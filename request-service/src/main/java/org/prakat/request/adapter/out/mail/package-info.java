/** Notices by mail. */
@NullMarked
package org.prakat.request.adapter.out.mail;

import org.jspecify.annotations.NullMarked;

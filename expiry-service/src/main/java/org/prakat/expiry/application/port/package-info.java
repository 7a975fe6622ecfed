/** What the use cases need from outside. */
@NullMarked
package org.prakat.expiry.application.port;

import org.jspecify.annotations.NullMarked;

/** What the use cases need from outside. */
@NullMarked
package org.prakat.request.application.port;

import org.jspecify.annotations.NullMarked;

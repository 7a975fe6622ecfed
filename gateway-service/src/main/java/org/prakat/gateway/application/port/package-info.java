/** What the use cases need from outside. */
@NullMarked
package org.prakat.gateway.application.port;

import org.jspecify.annotations.NullMarked;

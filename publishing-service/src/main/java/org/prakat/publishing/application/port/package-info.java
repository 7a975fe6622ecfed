/** What the use cases need from outside. */
@NullMarked
package org.prakat.publishing.application.port;

import org.jspecify.annotations.NullMarked;

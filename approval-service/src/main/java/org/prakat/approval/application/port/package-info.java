/** What the use cases need from outside. */
@NullMarked
package org.prakat.approval.application.port;

import org.jspecify.annotations.NullMarked;

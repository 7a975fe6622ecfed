/** What can be done at the gateway itself. */
@NullMarked
package org.prakat.gateway.application;

import org.jspecify.annotations.NullMarked;

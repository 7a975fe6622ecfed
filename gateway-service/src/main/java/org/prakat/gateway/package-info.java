/** The gateway: accounts and reference data, sign-in, and the way to the services. */
@NullMarked
package org.prakat.gateway;

import org.jspecify.annotations.NullMarked;

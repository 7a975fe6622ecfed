/** The services behind the gateway, over HTTP. */
@NullMarked
package org.prakat.gateway.adapter.out.services;

import org.jspecify.annotations.NullMarked;

/** Sign-in, administration and the routes to the services, over HTTP. */
@NullMarked
package org.prakat.gateway.adapter.in.web;

import org.jspecify.annotations.NullMarked;

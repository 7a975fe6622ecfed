/** Requests and notices over HTTP. */
@NullMarked
package org.prakat.request.adapter.in.web;

import org.jspecify.annotations.NullMarked;

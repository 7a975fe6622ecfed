/** The webmaster's API. */
@NullMarked
package org.prakat.publishing.adapter.in.web;

import org.jspecify.annotations.NullMarked;

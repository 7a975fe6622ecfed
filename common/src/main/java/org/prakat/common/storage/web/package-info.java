/** Files over HTTP. */
@NullMarked
package org.prakat.common.storage.web;

import org.jspecify.annotations.NullMarked;

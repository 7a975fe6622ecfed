/** The staff's pages, as people use them: in a browser, and without a script. */
@NullMarked
package org.prakat.standalone.pages;

import org.jspecify.annotations.NullMarked;

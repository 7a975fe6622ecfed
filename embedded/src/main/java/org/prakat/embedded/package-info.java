/** Real servers in one JVM: for the first try, for tests, and for an office with one computer. */
@NullMarked
package org.prakat.embedded;

import org.jspecify.annotations.NullMarked;

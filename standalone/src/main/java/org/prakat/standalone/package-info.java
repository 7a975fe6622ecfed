/** The whole system in one JVM. */
@NullMarked
package org.prakat.standalone;

import org.jspecify.annotations.NullMarked;

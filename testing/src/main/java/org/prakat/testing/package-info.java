/** What the tests of all modules share. */
@NullMarked
package org.prakat.testing;

import org.jspecify.annotations.NullMarked;

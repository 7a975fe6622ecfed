/** {@code ./prakat bench}: figures of the whole system, each beside a raw baseline measured in the same run. */
@NullMarked
package org.prakat.bench;

import org.jspecify.annotations.NullMarked;

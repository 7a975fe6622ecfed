/** Files: where they lie, and what is let in. Always streamed, never held whole in memory. */
@NullMarked
package org.prakat.common.storage;

import org.jspecify.annotations.NullMarked;

/** One aggregate, one document, one write; and the relay that sends what the documents hold. */
@NullMarked
package org.prakat.common.mongo;

import org.jspecify.annotations.NullMarked;

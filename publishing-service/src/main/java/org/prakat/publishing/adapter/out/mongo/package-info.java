/** Publications in MongoDB. */
@NullMarked
package org.prakat.publishing.adapter.out.mongo;

import org.jspecify.annotations.NullMarked;

/** What others decide about a publication. */
@NullMarked
package org.prakat.publishing.adapter.in.messaging;

import org.jspecify.annotations.NullMarked;

/** The public site: pages, files and data for anybody. */
@NullMarked
package org.prakat.publishing.adapter.in.site;

import org.jspecify.annotations.NullMarked;

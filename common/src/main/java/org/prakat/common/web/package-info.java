/** HTTP as every service speaks it: problem details, entity tags, pages. */
@NullMarked
package org.prakat.common.web;

import org.jspecify.annotations.NullMarked;

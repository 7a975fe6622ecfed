/** Each service's own copy of what the administrator has laid down: offices, groups, categories, staff, orders. */
@NullMarked
package org.prakat.common.reference;

import org.jspecify.annotations.NullMarked;

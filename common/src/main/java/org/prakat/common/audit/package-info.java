/** The audit trail: who did what, when, from where and under which order, in a chain that cannot be changed unnoticed. */
@NullMarked
package org.prakat.common.audit;

import org.jspecify.annotations.NullMarked;

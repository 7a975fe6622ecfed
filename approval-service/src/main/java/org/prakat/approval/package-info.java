/** The approval service: the approver's checks and decision (step 2). */
@NullMarked
package org.prakat.approval;

import org.jspecify.annotations.NullMarked;

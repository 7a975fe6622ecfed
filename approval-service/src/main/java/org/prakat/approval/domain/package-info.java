/** The approver's decision and its rules. Plain Java. */
@NullMarked
package org.prakat.approval.domain;

import org.jspecify.annotations.NullMarked;

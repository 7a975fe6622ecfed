/** What can be done with approval cases. */
@NullMarked
package org.prakat.approval.application;

import org.jspecify.annotations.NullMarked;

/** Tables for spreadsheets, written as a stream. */
@NullMarked
package org.prakat.common.table;

import org.jspecify.annotations.NullMarked;

/** Tables as answers to calls. */
@NullMarked
package org.prakat.common.table.web;

import org.jspecify.annotations.NullMarked;

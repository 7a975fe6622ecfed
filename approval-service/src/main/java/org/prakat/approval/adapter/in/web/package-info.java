/** Approval cases over HTTP. */
@NullMarked
package org.prakat.approval.adapter.in.web;

import org.jspecify.annotations.NullMarked;

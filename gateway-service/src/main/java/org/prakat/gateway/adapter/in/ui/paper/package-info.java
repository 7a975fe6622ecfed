/**
 * Text on A4, as PDF: Java2D sets Thai in type, PDFBox writes down where each glyph stands (ADR 27). Knows nothing of what is written.
 */
@NullMarked
package org.prakat.gateway.adapter.in.ui.paper;

import org.jspecify.annotations.NullMarked;

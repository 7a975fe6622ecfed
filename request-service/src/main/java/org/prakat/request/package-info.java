/** The request service: the form, its files, and the owner's view of what happens to it (step 1). */
@NullMarked
package org.prakat.request;

import org.jspecify.annotations.NullMarked;

/** What is done with deadlines. */
@NullMarked
package org.prakat.expiry.application;

import org.jspecify.annotations.NullMarked;

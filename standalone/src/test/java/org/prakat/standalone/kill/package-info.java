/** The system is killed again and again while people work with it, and loses nothing. */
@NullMarked
package org.prakat.standalone.kill;

import org.jspecify.annotations.NullMarked;

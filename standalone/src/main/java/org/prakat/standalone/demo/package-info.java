/** Plays the whole procedure against a running system. */
@NullMarked
package org.prakat.standalone.demo;

import org.jspecify.annotations.NullMarked;

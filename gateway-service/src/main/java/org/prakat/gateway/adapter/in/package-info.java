/** What the program interface and the pages share: the sessions of people. */
@NullMarked
package org.prakat.gateway.adapter.in;

import org.jspecify.annotations.NullMarked;

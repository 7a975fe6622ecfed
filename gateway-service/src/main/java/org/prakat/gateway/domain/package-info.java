/** Accounts, sessions, and what an administrator lays down. Plain Java. */
@NullMarked
package org.prakat.gateway.domain;

import org.jspecify.annotations.NullMarked;

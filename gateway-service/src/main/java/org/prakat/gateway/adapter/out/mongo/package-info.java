/** Accounts, sessions and reference data in MongoDB. */
@NullMarked
package org.prakat.gateway.adapter.out.mongo;

import org.jspecify.annotations.NullMarked;

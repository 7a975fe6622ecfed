package org.prakat.gateway.application.port;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Repository;
import org.prakat.common.domain.Versioned;
import org.prakat.gateway.domain.Account;

/** The accounts. Adding or updating one with a user name that another has, is refused by an empty answer. */
public interface Accounts extends Repository<Account> {

    Optional<Versioned<Account>> named(String userName);

    /** In the order of their ids. */
    Page<Versioned<Account>> list(@Nullable String cursor, int limit);

    boolean isEmpty();
}

package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Role;
import org.prakat.gateway.domain.Account;
import org.prakat.gateway.domain.AccountDefinition;

/** An account as it is typed. */
public record AccountInput(
        @Nullable String userName,
        @Nullable String name,
        @Nullable String position,
        @Nullable String email,
        @Nullable String office,
        @Nullable String workGroup,
        @Nullable Set<Role> roles) {

    /** A new one, of the administrator's own office. */
    static AccountInput empty(String office) {
        return new AccountInput(null, null, null, null, office, null, Set.of(Role.OFFICER));
    }

    static AccountInput of(Account account) {
        return new AccountInput(
                account.userName(),
                account.name(),
                account.position(),
                account.email(),
                account.office(),
                account.workGroup(),
                account.roles());
    }

    AccountDefinition definition(boolean active) {
        return new AccountDefinition(
                Typed.text(userName),
                Typed.text(name),
                Typed.text(position),
                Typed.text(email),
                Typed.text(office),
                Typed.text(workGroup),
                roles,
                active);
    }

    /** The roles that are ticked, by name. */
    public List<String> ticked() {
        return roles == null ? List.of() : roles.stream().map(Role::name).toList();
    }
}

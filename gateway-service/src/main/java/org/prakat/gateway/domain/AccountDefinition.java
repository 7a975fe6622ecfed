package org.prakat.gateway.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Role;

/** An account, as an administrator fills it in. The fields are those of {@link Account}; the password is set apart. */
public record AccountDefinition(
        @Nullable String userName,
        @Nullable String name,
        @Nullable String position,
        @Nullable String email,
        @Nullable String office,
        @Nullable String workGroup,
        @Nullable Set<Role> roles,
        boolean active) {

    /** All that is wrong with it. */
    public List<Fault> faults(String id, Known known) {
        return new Faults()
                .id(id)
                .check(Faults.isId(userName), "userName", "INVALID_ID")
                .name("name", name)
                .name("position", position)
                .check(email == null || email.matches("[^@\\s]{1,64}@[^@\\s]{1,180}"), "email", "INVALID_EMAIL")
                .check(known.office(office), "office", "UNKNOWN")
                .check(workGroup == null || known.workGroup(office, workGroup), "workGroup", "UNKNOWN")
                .check(roles != null && !roles.isEmpty(), "roles", "REQUIRED")
                .check(roles == null || !roles.contains(Role.OFFICE), "roles", "NOT_FOR_PEOPLE")
                .found();
    }

    /** The account, once there is nothing wrong with it; what it had of a password stays. */
    public Account define(String id, Optional<Account> before) {
        return new Account(
                id,
                requireNonNull(userName).toLowerCase(Locale.ROOT),
                before.map(Account::passwordHash).orElse(null),
                before.map(Account::passwordChangedAt).orElse(Instant.EPOCH),
                requireNonNull(name),
                requireNonNull(position),
                email,
                requireNonNull(office),
                workGroup,
                requireNonNull(roles),
                before.map(Account::absences).orElse(List.of()),
                active);
    }
}

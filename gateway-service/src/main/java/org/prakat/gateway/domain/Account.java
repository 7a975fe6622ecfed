package org.prakat.gateway.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.Person;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.event.StaffDefined.Absence;

/**
 * A member of staff who may sign in.
 *
 * @param userName lower case, unique
 * @param passwordHash Argon2id; absent until a password is set
 * @param passwordChangedAt sessions from before this time are no longer good, UTC
 * @param absences when they are away, and a deputy decides in their place
 */
public record Account(
        String id,
        String userName,
        @Nullable String passwordHash,
        Instant passwordChangedAt,
        String name,
        String position,
        @Nullable String email,
        String office,
        @Nullable String workGroup,
        Set<Role> roles,
        List<Absence> absences,
        boolean active) {

    public Account {
        roles = Set.copyOf(roles);
        absences = List.copyOf(absences);
    }

    public Identity identity() {
        return new Identity(new Person(id, name, position), office, workGroup, roles);
    }

    /** What the other services learn of it. */
    public StaffDefined defined(long version) {
        return new StaffDefined(
                id,
                version,
                name,
                position,
                email,
                office,
                workGroup,
                absences,
                roles.contains(Role.ADMINISTRATOR),
                active);
    }

    public Account withPassword(String hash, Instant at) {
        return new Account(id, userName, hash, at, name, position, email, office, workGroup, roles, absences, active);
    }

    public Account withAbsences(List<Absence> days) {
        return new Account(
                id,
                userName,
                passwordHash,
                passwordChangedAt,
                name,
                position,
                email,
                office,
                workGroup,
                roles,
                days,
                active);
    }
}

package org.prakat.common.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Person;

/**
 * Who asks: a signed-in member of staff, as the gateway vouches for them.
 *
 * @param person id, name and position, as they go into records
 * @param office the office that they belong to
 * @param workGroup the work group that they belong to; absent for people outside every group
 * @param address the network address that they call from; absent for the system's own work
 */
public record Identity(
        Person person, String office, @Nullable String workGroup, Set<Role> roles, @Nullable String address) {

    public Identity {
        roles = Set.copyOf(roles);
    }

    /** Someone of whom it is not known where they call from. */
    public Identity(Person person, String office, @Nullable String workGroup, Set<Role> roles) {
        this(person, office, workGroup, roles, null);
    }

    /** The same person, calling from an address. */
    public Identity from(String address) {
        return new Identity(person, office, workGroup, roles, address);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean is(Person other) {
        return person.id().equals(other.id());
    }

    public boolean belongsTo(String otherOffice) {
        return office.equals(otherOffice);
    }
}

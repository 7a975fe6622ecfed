package org.prakat.common.event;

import java.util.Objects;

/**
 * A person as records name them.
 *
 * @param id the account's id, for programs
 * @param name the full name, for people
 * @param position the position in the office at that time
 */
public record Person(String id, String name, String position) {

    public Person {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(position, "position");
    }
}

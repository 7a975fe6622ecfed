package org.prakat.gateway.domain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.Approved;
import org.prakat.common.event.Event;
import org.prakat.common.event.Person;
import org.prakat.common.event.RequestForm;
import org.prakat.common.event.RequestSubmitted;

/**
 * Whom news of a request may concern: its requester, its work group, and those of its office who decide, publish and administer.
 * What each of them may read of it is for the services to say.
 */
public record Audience(String office, String workGroup, String requester) {

    private static final Set<Role> OF_THE_OFFICE = EnumSet.of(Role.APPROVER, Role.WEBMASTER, Role.ADMINISTRATOR);

    /** As far as an event says it: those that bring the form do. */
    public static Optional<Audience> of(Event event) {
        if (event instanceof RequestSubmitted submitted) {
            return Optional.of(of(submitted.form(), submitted.requester()));
        }
        return event instanceof Approved approved
                ? Optional.of(of(approved.form(), approved.requester()))
                : Optional.empty();
    }

    private static Audience of(RequestForm form, Person requester) {
        return new Audience(form.office(), form.workGroup(), requester.id());
    }

    public boolean includes(Identity who) {
        return requester.equals(who.person().id())
                || (who.belongsTo(office)
                        && (workGroup.equals(who.workGroup())
                                || OF_THE_OFFICE.stream().anyMatch(who::has)));
    }
}

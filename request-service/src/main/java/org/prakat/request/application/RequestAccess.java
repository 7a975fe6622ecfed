package org.prakat.request.application;

import java.time.InstantSource;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.reference.ReferenceData;
import org.prakat.request.domain.PublicationRequest;
import org.prakat.request.domain.RequestStatus;

/** Who may read a request: its owner; once it is submitted, also those of the office who deal with it or watch over it. */
public final class RequestAccess {

    private final ReferenceData reference;
    private final InstantSource clock;

    public RequestAccess(ReferenceData reference, InstantSource clock) {
        this.reference = reference;
        this.clock = clock;
    }

    boolean mayRead(Identity who, PublicationRequest request) {
        if (request.status() == RequestStatus.DISCARDED) {
            return false;
        }
        if (request.isOwnedBy(who.person())) {
            return true;
        }
        if (!who.belongsTo(request.office()) || request.status() == RequestStatus.DRAFT) {
            return false;
        }
        return who.has(Role.WEBMASTER)
                || who.has(Role.ADMINISTRATOR)
                || who.has(Role.AUDITOR)
                || approves(who, request);
    }

    private boolean approves(Identity who, PublicationRequest request) {
        return reference
                .approvalOrder(
                        who.person().id(),
                        request.requester().id(),
                        request.office(),
                        request.draft().workGroup(),
                        OfficeZone.dateOf(clock.instant()))
                .isPresent();
    }
}

package org.prakat.request.application;

import java.time.InstantSource;
import java.util.Optional;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Due;
import org.prakat.common.reference.ReferenceData;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.Draft;
import org.prakat.request.domain.FormRules;
import org.prakat.request.domain.PublicationRequest;

/** The owner hands the form to the approver of its work group (step 1). */
public final class SubmitRequest {

    private final Requests requests;
    private final ReferenceData reference;
    private final InstantSource clock;

    public SubmitRequest(Requests requests, ReferenceData reference, InstantSource clock) {
        this.requests = requests;
        this.reference = reference;
        this.clock = clock;
    }

    public Result<Versioned<PublicationRequest>> submit(Identity who, String id, long version) {
        Cause cause = Cause.call(who, clock.instant());
        return requests.decide(
                id,
                version,
                request -> request.isOwnedBy(who.person()),
                request -> request.submit(rulesFor(request, cause), due(request, cause), cause.at()),
                cause);
    }

    private Due due(PublicationRequest request, Cause cause) {
        int days = reference.rules(request.office()).approvalDays();
        return reference.due(request.office(), days, cause.at());
    }

    private FormRules rulesFor(PublicationRequest request, Cause cause) {
        Draft draft = request.draft();
        return new FormRules(
                request.office(),
                Optional.ofNullable(draft.workGroup()).flatMap(reference::workGroup),
                Optional.ofNullable(draft.category()).flatMap(reference::category),
                OfficeZone.dateOf(cause.at()));
    }
}

package org.prakat.request.application;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Person;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.event.Warning;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.common.reference.ReferenceData;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.PublicationRequest;
import org.prakat.request.domain.RevisionChanges;
import org.prakat.request.domain.SubmittedRevision;

/** Reads requests, their files, and what the form offers to choose from. */
public final class ReadRequests {

    private final Requests requests;
    private final ReferenceData reference;
    private final RequestAccess access;
    private final Judgement judgement;
    private final InstantSource clock;

    public ReadRequests(
            Requests requests,
            ReferenceData reference,
            RequestAccess access,
            Judgement judgement,
            InstantSource clock) {
        this.requests = requests;
        this.reference = reference;
        this.access = access;
        this.judgement = judgement;
        this.clock = clock;
    }

    public Page<Versioned<PublicationRequest>> mine(Identity who, @Nullable String cursor, int limit) {
        return requests.ownedBy(who.person().id(), cursor, limit);
    }

    public Result<Versioned<PublicationRequest>> read(Identity who, String id) {
        return found(requests.find(id).filter(request -> access.mayRead(who, request.state())));
    }

    /** What was submitted, and what changed between two submissions. */
    public Result<List<SubmittedRevision>> revisions(Identity who, String id) {
        return read(who, id).map(request -> request.state().revisions());
    }

    public Result<RevisionChanges> changes(Identity who, String id, int from, int to) {
        return read(who, id).flatMap(request -> request.state().changes(from, to));
    }

    /** What an approver would have to answer if it were submitted now. */
    public Result<List<Warning>> warnings(Identity who, String id) {
        return read(who, id)
                .map(request -> request.state().warnings(judgement.doubts(request.state(), clock.instant())));
    }

    /** Who is appointed to decide it today; nobody while only its owner is. */
    public Result<List<Person>> approvers(Identity who, String id) {
        return read(who, id).map(request -> approvers(request.state()).stream()
                .map(StaffDefined::person)
                .toList());
    }

    private List<StaffDefined> approvers(PublicationRequest request) {
        LocalDate today = OfficeZone.dateOf(clock.instant());
        return reference.approvers(
                request.requester().id(), request.office(), request.draft().workGroup(), today);
    }

    public Result<Attachment> attachment(Identity who, String id, String attachmentId) {
        return read(who, id).flatMap(request -> found(request.state().attachment(attachmentId)));
    }

    public List<WorkGroupDefined> workGroups(Identity who) {
        return reference.workGroups(who.office());
    }

    /** Those that new requests may name. */
    public List<CategoryDefined> categories(Identity who) {
        return reference.categories(who.office()).stream()
                .filter(CategoryDefined::active)
                .toList();
    }

    private static <T> Result<T> found(Optional<T> there) {
        return there.map(Result::ok).orElseGet(() -> Result.refused(Reason.NOT_FOUND, "NOT_FOUND"));
    }
}

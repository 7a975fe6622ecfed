package org.prakat.request.application;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.common.reference.ReferenceData;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.PublicationRequest;

/** Reads requests, their files, and what the form offers to choose from. */
public final class ReadRequests {

    private final Requests requests;
    private final ReferenceData reference;
    private final RequestAccess access;

    public ReadRequests(Requests requests, ReferenceData reference, RequestAccess access) {
        this.requests = requests;
        this.reference = reference;
        this.access = access;
    }

    public Page<Versioned<PublicationRequest>> mine(Identity who, @Nullable String cursor, int limit) {
        return requests.ownedBy(who.person().id(), cursor, limit);
    }

    public Result<Versioned<PublicationRequest>> read(Identity who, String id) {
        return found(requests.find(id).filter(request -> access.mayRead(who, request.state())));
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

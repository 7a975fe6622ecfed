package org.prakat.request.application;

import java.time.InstantSource;
import java.util.Optional;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Attachment;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.PublicationRequest;

/**
 * The owner takes a file out of a draft. A file that was part of an earlier submission stays in the store, since the record
 * of that submission names it.
 */
public final class DetachFile {

    private final Requests requests;
    private final ObjectStore store;
    private final InstantSource clock;

    public DetachFile(Requests requests, ObjectStore store, InstantSource clock) {
        this.requests = requests;
        this.store = store;
        this.clock = clock;
    }

    public Result<Versioned<PublicationRequest>> detach(Identity who, String id, long version, String attachmentId) {
        Optional<Attachment> file =
                requests.find(id).flatMap(request -> request.state().attachment(attachmentId));
        Result<Versioned<PublicationRequest>> detached = requests.decide(
                id,
                version,
                request -> request.isOwnedBy(who.person()),
                request -> request.detach(attachmentId),
                Cause.call(who, clock.instant()));
        if (detached.isOk()) {
            PublicationRequest after = detached.orElseThrow().state();
            file.filter(gone -> !after.wasSubmitted(gone)).ifPresent(gone -> store.delete(Bucket.INCOMING, gone.key()));
        }
        return detached;
    }
}

package org.prakat.request.application;

import java.time.InstantSource;
import java.util.List;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Attachment;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.PublicationRequest;

/** The owner throws a draft away, with its files. */
public final class DiscardDraft {

    private final Requests requests;
    private final ObjectStore store;
    private final InstantSource clock;

    public DiscardDraft(Requests requests, ObjectStore store, InstantSource clock) {
        this.requests = requests;
        this.store = store;
        this.clock = clock;
    }

    public Result<Versioned<PublicationRequest>> discard(Identity who, String id, long version) {
        // Those of the version that is discarded: of any other, it is refused as stale.
        List<Attachment> files =
                requests.find(id).map(request -> request.state().attachments()).orElse(List.of());
        Result<Versioned<PublicationRequest>> discarded = requests.decide(
                id,
                version,
                request -> request.isOwnedBy(who.person()),
                PublicationRequest::discard,
                Cause.call(who, clock.instant()));
        if (discarded.isOk()) {
            files.forEach(file -> store.delete(Bucket.INCOMING, file.key()));
        }
        return discarded;
    }
}

package org.prakat.request.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Identifiers;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Attachment;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.PublicationRequest;

/** The owner begins a new request from an older one: the same form, and copies of its files. */
public final class CopyRequest {

    private final Requests requests;
    private final ObjectStore store;
    private final InstantSource clock;

    public CopyRequest(Requests requests, ObjectStore store, InstantSource clock) {
        this.requests = requests;
        this.store = store;
        this.clock = clock;
    }

    public Result<Versioned<PublicationRequest>> copy(Identity who, String id) {
        Optional<PublicationRequest> older =
                requests.find(id).map(Versioned::state).filter(found -> found.isOwnedBy(who.person()));
        if (older.isEmpty()) {
            return Result.refused(Reason.NOT_FOUND, "NOT_FOUND");
        }
        Cause cause = Cause.call(who, clock.instant());
        String copyId = Identifiers.next();
        List<Attachment> files = copies(older.get(), copyId);
        return older.get().beginCopy(copyId, who.person(), files, cause.at()).map(change -> requests.add(
                        copyId, change, cause)
                .orElseThrow(() -> new IllegalStateException("two requests of one id: " + copyId)));
    }

    private List<Attachment> copies(PublicationRequest older, String copyId) {
        List<Attachment> copies = new ArrayList<>();
        for (Attachment file : older.attachments()) {
            String fileId = Identifiers.next();
            String key = copyId + "/" + fileId;
            if (copied(file, key)) {
                copies.add(new Attachment(
                        fileId,
                        file.fileName(),
                        file.extension(),
                        file.mediaType(),
                        file.size(),
                        copies.size() + 1,
                        file.sha256(),
                        key));
            }
        }
        return copies;
    }

    /** Streams the content from the old key to the new one; false when the store no longer has it. */
    private boolean copied(Attachment file, String key) {
        Optional<InputStream> content = store.open(Bucket.INCOMING, file.key(), 0, OptionalLong.empty());
        if (content.isEmpty()) {
            return false;
        }
        try (InputStream stream = content.get()) {
            store.put(Bucket.INCOMING, key, stream, file.size(), file.mediaType());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

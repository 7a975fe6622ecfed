package org.prakat.request.application;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Identifiers;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.Guideline;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.FileLimits;
import org.prakat.common.storage.IncomingFiles;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.storage.StoredFile;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.PublicationRequest;
import org.prakat.request.domain.RequestStatus;

/** The owner adds a file to a draft. Several may be on their way at once. */
public final class AttachFile {

    /** What the sender says of the file. */
    public record Declared(String fileName, @Nullable String mediaType) {}

    private final Requests requests;
    private final ReferenceData reference;
    private final IncomingFiles files;
    private final ObjectStore store;
    private final InstantSource clock;

    public AttachFile(
            Requests requests, ReferenceData reference, IncomingFiles files, ObjectStore store, InstantSource clock) {
        this.requests = requests;
        this.reference = reference;
        this.files = files;
        this.store = store;
        this.clock = clock;
    }

    /** @throws IOException when the sender stops sending */
    public Result<Versioned<PublicationRequest>> attach(Identity who, String id, Declared declared, InputStream content)
            throws IOException {
        Result<Guideline> found = openDraft(who, id).flatMap(this::guideline);
        if (found instanceof Result.Refused<Guideline> refused) {
            return Result.refused(refused.refusal());
        }
        Guideline guideline = found.orElseThrow();
        FileLimits limits = new FileLimits(guideline.permittedExtensions(), guideline.maxFileSize());
        return files.receive(id, declared.fileName(), declared.mediaType(), content, limits)
                .flatMap(file -> add(who, id, file, guideline.maxFiles()));
    }

    private Result<PublicationRequest> openDraft(Identity who, String id) {
        Optional<PublicationRequest> own =
                requests.find(id).map(Versioned::state).filter(request -> request.isOwnedBy(who.person()));
        if (own.isEmpty()) {
            return Result.refused(Reason.NOT_FOUND, "NOT_FOUND");
        }
        return own.get().status() == RequestStatus.DRAFT
                ? Result.ok(own.get())
                : Result.refused(Reason.RULE, "ILLEGAL_TRANSITION");
    }

    /** The category comes first, since it says what is let in. */
    private Result<Guideline> guideline(PublicationRequest request) {
        return Optional.ofNullable(request.draft().category())
                .flatMap(reference::category)
                .filter(category -> category.office().equals(request.office()))
                .map(category -> category.guidelineOn(OfficeZone.dateOf(clock.instant())))
                .map(Result::ok)
                .orElseGet(() -> Result.refused(Refusal.invalid(List.of(new Fault("category", "REQUIRED")))));
    }

    private Result<Versioned<PublicationRequest>> add(Identity who, String id, StoredFile file, int maxFiles) {
        while (true) {
            Result<Versioned<PublicationRequest>> added = tryToAdd(who, id, file, maxFiles);
            if (!(added instanceof Result.Refused<Versioned<PublicationRequest>> refused)) {
                return added;
            }
            if (refused.refusal().reason() != Reason.STALE) {
                store.delete(Bucket.INCOMING, file.key());
                return added;
            }
        }
    }

    private Result<Versioned<PublicationRequest>> tryToAdd(Identity who, String id, StoredFile file, int maxFiles) {
        return openDraft(who, id).flatMap(open -> {
            Versioned<PublicationRequest> current = requests.find(id).orElseThrow();
            Result<Change<PublicationRequest>> change = current.state().attach(attachment(file), maxFiles);
            return change.flatMap(attached -> requests.update(id, current, attached, Cause.call(who, clock.instant()))
                    .map(Result::ok)
                    .orElseGet(() -> Result.refused(Reason.STALE, "STALE")));
        });
    }

    private static Attachment attachment(StoredFile file) {
        return new Attachment(
                Identifiers.next(),
                file.name(),
                file.extension(),
                file.mediaType(),
                file.size(),
                1,
                file.sha256(),
                file.key());
    }
}

package org.prakat.request.application;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Identifiers;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.FileName;
import org.prakat.common.storage.ObjectStore;
import org.prakat.request.application.port.UnfinishedUploads;
import org.prakat.request.application.port.Uploads;
import org.prakat.request.domain.UnfinishedUpload;
import org.prakat.request.domain.UnfinishedUpload.Piece;
import org.prakat.request.domain.Upload;

/**
 * Another office sends a file ahead over a poor line: a piece at a time, each safe in the store before the next. Once all are
 * there, the file is let in as any other, under the id that it had from the beginning.
 */
public final class ResumeUpload {

    public static final String WRONG_CHECKSUM = "WRONG_CHECKSUM";

    /** A killed process costs no more than this; so much of each call is in memory, and there may be many at a time. */
    private static final int PIECE = 256 * 1024;

    private static final int MOST_UNFINISHED = 20;
    private static final int BATCH = 100;
    private static final String OCTETS = "application/octet-stream";

    /** What is about the content of a file, and will be no other when it is asked again. */
    private static final List<Reason> FINAL = List.of(Reason.INVALID, Reason.TOO_LARGE, Reason.UNSUPPORTED_TYPE);

    /**
     * How much there may be.
     *
     * @param largest file, in bytes
     * @param mostOfOffice bytes of all unfinished files of an office
     */
    public record Bounds(long largest, long mostOfOffice) {}

    /**
     * How far it is.
     *
     * @param offset how many bytes are there
     * @param expires when it is given up, UTC; absent: all is there
     */
    public record Progress(
            String id,
            String fileName,
            @Nullable String mediaType,
            long offset,
            long length,
            @Nullable Instant expires) {

        static Progress of(UnfinishedUpload upload) {
            return new Progress(
                    upload.id(),
                    upload.fileName(),
                    upload.mediaType(),
                    upload.offset(),
                    upload.length(),
                    upload.expiresAt());
        }

        static Progress of(Upload upload) {
            long size = upload.file().size();
            return new Progress(
                    upload.id(), upload.file().fileName(), upload.file().mediaType(), size, size, null);
        }
    }

    private final UnfinishedUploads unfinished;
    private final Uploads uploads;
    private final KeepUpload keep;
    private final ObjectStore store;
    private final Bounds bounds;
    private final InstantSource clock;

    public ResumeUpload(
            UnfinishedUploads unfinished,
            Uploads uploads,
            KeepUpload keep,
            ObjectStore store,
            Bounds bounds,
            InstantSource clock) {
        this.unfinished = unfinished;
        this.uploads = uploads;
        this.keep = keep;
        this.store = store;
        this.bounds = bounds;
        this.clock = clock;
    }

    /** The size in bytes of the largest file. */
    public long largest() {
        return bounds.largest();
    }

    public Result<Progress> begin(Identity who, String fileName, @Nullable String mediaType, long length) {
        if (FileName.of(fileName) instanceof Result.Refused<FileName> wrong) {
            return refused(Reason.INVALID, "file", wrong.refusal().code());
        }
        if (length <= 0) {
            return refused(Reason.INVALID, "file", "EMPTY");
        }
        if (length > bounds.largest()) {
            String most = bounds.largest() / (1024 * 1024) + " MB";
            return Result.refused(new Refusal(
                    Reason.TOO_LARGE,
                    "FILE_TOO_LARGE",
                    List.of(new Fault("file", "FILE_TOO_LARGE", Map.of("max", most)))));
        }
        List<UnfinishedUpload> others = unfinished.of(who.office(), MOST_UNFINISHED);
        long bytes = others.stream().mapToLong(UnfinishedUpload::length).sum();
        if (others.size() >= MOST_UNFINISHED || bytes + length > bounds.mostOfOffice()) {
            return Result.refused(Reason.RULE, "TOO_MANY_UNFINISHED");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UnfinishedUpload begun = new UnfinishedUpload(
                Identifiers.next(), who.office(), fileName, mediaType, length, List.of(), List.of(), now);
        unfinished.add(begun);
        return Result.ok(Progress.of(begun));
    }

    public Result<Progress> progress(Identity who, String id) {
        return open(who, id)
                .map(Progress::of)
                .or(() -> finishedBy(who, id).map(Progress::of))
                .map(Result::ok)
                .orElseGet(ResumeUpload::notFound);
    }

    /** The file, once it was let in. */
    public Result<Upload> finished(Identity who, String id) {
        return finishedBy(who, id).map(Result::ok).orElseGet(ResumeUpload::notFound);
    }

    /**
     * Takes what a call brings.
     *
     * @throws IOException when the disk of this machine is full
     */
    public Result<Progress> append(Identity who, String id, IncomingChunk chunk) throws IOException {
        Optional<UnfinishedUpload> upload = open(who, id);
        if (upload.isEmpty()) {
            return progress(who, id).flatMap(done -> done.offset() == chunk.offset() ? Result.ok(done) : wrongOffset());
        }
        if (upload.get().offset() != chunk.offset()) {
            return wrongOffset();
        }
        return new Arrival(upload.get()).take(chunk);
    }

    /** Gives it up. */
    public Result<String> abandon(Identity who, String id) {
        Optional<UnfinishedUpload> upload = open(who, id);
        upload.ifPresent(this::remove);
        return upload.map(UnfinishedUpload::id).map(Result::ok).orElseGet(ResumeUpload::notFound);
    }

    /** Removes what was not finished in time. */
    public void removeExpired() {
        List<UnfinishedUpload> old;
        do {
            old = unfinished.before(clock.instant().minus(UnfinishedUpload.PATIENCE), BATCH);
            old.forEach(this::remove);
        } while (old.size() == BATCH);
    }

    /** The pieces first: whoever is killed in between finds the rest by the document. */
    private void remove(UnfinishedUpload upload) {
        upload.keys().forEach(key -> store.delete(Bucket.INCOMING, key));
        unfinished.remove(upload.id());
    }

    private Optional<UnfinishedUpload> open(Identity who, String id) {
        Instant now = clock.instant();
        return unfinished
                .find(id)
                .filter(upload -> upload.office().equals(who.office()))
                .filter(upload -> now.isBefore(upload.expiresAt()))
                .filter(upload -> uploads.find(id).isEmpty());
    }

    private Optional<Upload> finishedBy(Identity who, String id) {
        return uploads.find(id).filter(upload -> upload.office().equals(who.office()));
    }

    /** One call, while it brings something: what of it is in the upload already, and what is only in the store. */
    private final class Arrival {

        private UnfinishedUpload kept;
        private UnfinishedUpload seen;

        Arrival(UnfinishedUpload upload) {
            this.kept = upload;
            this.seen = upload;
        }

        Result<Progress> take(IncomingChunk chunk) throws IOException {
            byte[] bytes = next(chunk);
            while (bytes.length > 0) {
                if (seen.isCrumbled()) {
                    return Result.refused(Reason.RULE, "TOO_MANY_PIECES");
                }
                if (!put(bytes)) {
                    return notFound();
                }
                boolean mayBeKept = !chunk.isChecked() && !seen.isComplete();
                if (mayBeKept && !keepSeen()) {
                    return wrongOffset();
                }
                bytes = next(chunk);
            }
            return end(chunk);
        }

        private byte[] next(IncomingChunk chunk) {
            return chunk.next((int) Math.min(PIECE, seen.missing()));
        }

        private boolean put(byte[] bytes) {
            String key = "office/" + seen.office() + "/pieces/" + Identifiers.next();
            if (!unfinished.announce(seen.id(), key)) {
                return false;
            }
            store.put(Bucket.INCOMING, key, new ByteArrayInputStream(bytes), bytes.length, OCTETS);
            seen = seen.with(new Piece(key, bytes.length));
            return true;
        }

        private boolean keepSeen() {
            List<Piece> fresh =
                    seen.pieces().subList(kept.pieces().size(), seen.pieces().size());
            boolean wasFirst = fresh.isEmpty() || unfinished.extend(kept, fresh);
            if (wasFirst) {
                kept = seen;
            } else {
                discard();
            }
            return wasFirst;
        }

        /** What is not in the upload need not wait for its end. */
        private void discard() {
            seen.pieces().stream()
                    .skip(kept.pieces().size())
                    .forEach(piece -> store.delete(Bucket.INCOMING, piece.key()));
        }

        private Result<Progress> end(IncomingChunk chunk) throws IOException {
            if (seen.isComplete() && chunk.hasMore()) {
                discard();
                return refused(Reason.INVALID, "Upload-Length", "MORE_THAN_ANNOUNCED");
            }
            if (chunk.isChecked() && !chunk.isWhole()) {
                discard();
                return Result.ok(Progress.of(kept));
            }
            if (!chunk.isRight()) {
                discard();
                return refused(Reason.INVALID, "Upload-Checksum", WRONG_CHECKSUM);
            }
            if (seen.isComplete()) {
                return finish();
            }
            return keepSeen() ? Result.ok(Progress.of(seen)) : wrongOffset();
        }

        /** The last piece is kept only with the whole file: if that does not succeed now, it is sent once more. */
        private Result<Progress> finish() throws IOException {
            Result<Upload> file;
            try (PieceContent content = new PieceContent(store, seen.pieces())) {
                file = keep.receive(seen.id(), seen.office(), seen.fileName(), seen.mediaType(), content);
            }
            boolean askedAgain = file instanceof Result.Refused<Upload> refused
                    && !FINAL.contains(refused.refusal().reason());
            if (!askedAgain) {
                remove(seen);
            }
            return file.map(Progress::of);
        }
    }

    private static <T> Result<T> refused(Reason reason, String field, String code) {
        return Result.refused(new Refusal(reason, code, List.of(new Fault(field, code))));
    }

    private static <T> Result<T> wrongOffset() {
        return Result.refused(Reason.RULE, "WRONG_OFFSET");
    }

    private static <T> Result<T> notFound() {
        return Result.refused(Reason.NOT_FOUND, "NOT_FOUND");
    }
}

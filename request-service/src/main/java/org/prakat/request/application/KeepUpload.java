package org.prakat.request.application;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identifiers;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.event.Attachment;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.FileLimits;
import org.prakat.common.storage.FileType;
import org.prakat.common.storage.IncomingFiles;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.storage.StoredFile;
import org.prakat.request.application.port.Uploads;
import org.prakat.request.domain.Upload;

/** Another office sends a file ahead. What a category lets in is asked once an event names the category. */
public final class KeepUpload {

    private static final int MOST_WAITING = 200;

    private final Uploads uploads;
    private final IncomingFiles files;
    private final ObjectStore store;
    private final FileLimits limits;
    private final InstantSource clock;

    public KeepUpload(Uploads uploads, IncomingFiles files, ObjectStore store, long largest, InstantSource clock) {
        this.uploads = uploads;
        this.files = files;
        this.store = store;
        this.limits = new FileLimits(
                Arrays.stream(FileType.values()).map(FileType::extension).toList(), largest);
        this.clock = clock;
    }

    /** @throws IOException when the sender stops sending */
    public Result<Upload> receive(Identity who, String fileName, @Nullable String mediaType, InputStream content)
            throws IOException {
        return receive(Identifiers.next(), who.office(), fileName, mediaType, content);
    }

    /** The same, under an id that the upload has already. */
    Result<Upload> receive(String id, String office, String fileName, @Nullable String mediaType, InputStream content)
            throws IOException {
        if (uploads.waiting(office) >= MOST_WAITING) {
            return Result.refused(Reason.RULE, "TOO_MANY_UPLOADS");
        }
        return files.receive("office/" + office, fileName, mediaType, content, limits)
                .map(file -> keep(id, office, file));
    }

    private Upload keep(String id, String office, StoredFile file) {
        Attachment attachment = new Attachment(
                id, file.name(), file.extension(), file.mediaType(), file.size(), 1, file.sha256(), file.key());
        Upload upload = new Upload(id, office, attachment, clock.instant().truncatedTo(ChronoUnit.MILLIS), null);
        if (!uploads.keep(upload)) {
            // The same call came twice, and the other was faster with the same file.
            store.delete(Bucket.INCOMING, file.key());
        }
        return upload;
    }
}

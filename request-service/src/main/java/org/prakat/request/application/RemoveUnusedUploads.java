package org.prakat.request.application;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.request.application.port.Requests;
import org.prakat.request.application.port.Uploads;
import org.prakat.request.domain.Upload;

/** Removes the files that other offices sent ahead and that no request has. */
public final class RemoveUnusedUploads {

    /** Whoever claimed a file at the last moment has made its request by then, or never will. */
    private static final Duration GRACE = Duration.ofHours(1);

    private static final int BATCH = 100;

    private final Uploads uploads;
    private final Requests requests;
    private final ObjectStore store;
    private final InstantSource clock;

    public RemoveUnusedUploads(Uploads uploads, Requests requests, ObjectStore store, InstantSource clock) {
        this.uploads = uploads;
        this.requests = requests;
        this.store = store;
        this.clock = clock;
    }

    public void remove() {
        List<Upload> old;
        do {
            old = uploads.before(clock.instant().minus(Upload.PATIENCE).minus(GRACE), BATCH);
            old.forEach(this::remove);
        } while (old.size() == BATCH);
    }

    private void remove(Upload upload) {
        boolean used = upload.usedBy() != null && requests.find(upload.usedBy()).isPresent();
        if (!used) {
            store.delete(Bucket.INCOMING, upload.file().key());
        }
        uploads.forget(upload.id());
    }
}

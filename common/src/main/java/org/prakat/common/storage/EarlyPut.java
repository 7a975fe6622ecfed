package org.prakat.common.storage;

import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Puts a large file into the store while it is still coming in, in a thread of its own. Since the stream that the store
 * reads ends only when the file was accepted, a refused one never becomes an object there.
 */
final class EarlyPut implements AutoCloseable {

    /** A smaller file is not worth a thread. */
    private static final long LARGE = 16 * 1024 * 1024;

    private static final long SIZE_UNKNOWN = -1;
    private static final String TYPE_UNKNOWN = "application/octet-stream";

    private final ObjectStore store;
    private final String key;
    private final Spool spool;
    private @Nullable FutureTask<Void> putting;

    EarlyPut(ObjectStore store, String key, Spool spool) {
        this.store = store;
        this.key = key;
        this.spool = spool;
    }

    void beginIfLarge() {
        if (putting != null || spool.size() < LARGE) {
            return;
        }
        FutureTask<Void> task = new FutureTask<>(this::put, null);
        Thread thread = new Thread(task, "upload-" + key);
        thread.setDaemon(true);
        thread.start();
        putting = task;
    }

    private void put() {
        InputStream content = spool.follow();
        store.put(Bucket.INCOMING, key, content, SIZE_UNKNOWN, TYPE_UNKNOWN);
    }

    boolean hasBegun() {
        return putting != null;
    }

    /**
     * Lets the file appear in the store.
     *
     * @throws ObjectStoreUnavailable when the store did not take it
     */
    void complete() {
        spool.accept();
        FutureTask<Void> task = putting;
        if (task == null) {
            throw new IllegalStateException("it never began");
        }
        try {
            task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ObjectStoreUnavailable) {
                throw new ObjectStoreUnavailable("cannot store " + key, e.getCause());
            }
            throw new IllegalStateException("cannot store " + key, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ObjectStoreUnavailable("interrupted while storing " + key, e);
        }
    }

    /** Waits until the store has let go of what was refused, so that the file can be deleted. */
    @Override
    public void close() {
        spool.refuse();
        FutureTask<Void> task = putting;
        if (task == null) {
            return;
        }
        try {
            task.get();
        } catch (ExecutionException | CancellationException refused) {
            // That is what refusing it does.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.prakat.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/** A server that speaks the MongoDB protocol and keeps its documents in one file. Loopback only, without passwords. */
public final class EmbeddedMongo implements AutoCloseable {

    /** Every write makes new pages, and each is in the cache until others push it out: with more room they live so long that they are copied. */
    private static final int CACHE_MEGABYTES = 4;

    private static final int ACCEPTING = 1;

    /** Several connections share a thread, so a reader may wait while another's write reaches the disk: the fewer, the better. */
    private static final int WORKING = 64;

    private static final int COMPACT_MILLIS = 10_000;
    private static final int FILL_RATE_PERCENT = 70;

    /** What is rewritten is in memory meanwhile: much at once, and the collector has everybody wait for a tenth of a second. */
    private static final int COMPACT_SECONDS = 1;

    private static final int COMPACT_BYTES = 1024 * 1024;

    /** Of what {@link StoredCollection} and {@link StoredKeys} write. */
    private static final int FORMAT = 1;

    private final MVStore store;
    private final MongoServer server;
    private final ScheduledExecutorService compaction;
    private final InetSocketAddress address;

    /**
     * Opens the file and starts the server.
     *
     * @param folder where the file lies; made when missing
     * @param port 0 for a free one
     * @throws IOException when the folder cannot be made
     */
    public EmbeddedMongo(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("documents.mv");
        // No commits in the background: they write late, and a commit of ours that runs into one would not wait for it.
        store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MEGABYTES)
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        checkFormat(file);
        compaction = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "documents-compaction");
            thread.setDaemon(true);
            return thread;
        });
        compaction.scheduleWithFixedDelay(
                () -> store.compact(FILL_RATE_PERCENT, COMPACT_BYTES),
                COMPACT_SECONDS,
                COMPACT_SECONDS,
                TimeUnit.SECONDS);
        server = new MongoServer(new DurableBackend(store));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ACCEPTING, WORKING);
        address = server.getLocalAddress();
    }

    private void checkFormat(Path file) {
        if (store.getMapNames().isEmpty()) {
            store.setStoreVersion(FORMAT);
        } else if (store.getStoreVersion() != FORMAT) {
            store.close();
            throw new IllegalStateException(file + " was written by another version of Prakat");
        }
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + address.getPort() + "/";
    }

    /** Stops the server and gives the file back the room of old versions. */
    @Override
    public void close() {
        server.shutdownNow();
        compaction.shutdownNow();
        if (!store.isClosed()) {
            store.close(COMPACT_MILLIS);
        }
    }
}

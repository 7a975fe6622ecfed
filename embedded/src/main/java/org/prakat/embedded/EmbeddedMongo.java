package org.prakat.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/** A server that speaks the MongoDB protocol and keeps its documents in one file. Loopback only, without passwords. */
public final class EmbeddedMongo implements AutoCloseable {

    private static final int CACHE_MEGABYTES = 16;
    private static final int COMPACT_MILLIS = 10_000;

    private final MVStore store;
    private final MongoServer server;
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
        store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MEGABYTES)
                .open();
        server = new MongoServer(new DurableBackend(store));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        address = server.getLocalAddress();
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + address.getPort() + "/";
    }

    /** Stops the server and gives the file back the room of old versions. */
    @Override
    public void close() {
        server.shutdownNow();
        if (!store.isClosed()) {
            store.close(COMPACT_MILLIS);
        }
    }

    /**
     * Writes to the file before it answers. H2 itself writes in the background, and a killed process would lose what it had
     * acknowledged.
     */
    private static final class DurableBackend extends H2Backend {

        private final MVStore store;

        DurableBackend(MVStore store) {
            super(store);
            this.store = store;
        }

        @Override
        public Document handleMessage(MongoMessage message) {
            Document answer = super.handleMessage(message);
            if (store.hasUnsavedChanges()) {
                store.commit();
            }
            return answer;
        }
    }
}

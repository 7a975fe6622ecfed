package org.prakat.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Kafka, the MongoDB protocol and S3 under one data folder, which they have to themselves. */
public final class EmbeddedServers implements AutoCloseable {

    private final FileChannel lock;
    private final EmbeddedKafka kafka;
    private final EmbeddedMongo mongo;
    private final EmbeddedObjectStore objectStore;
    private final Credentials credentials;

    private EmbeddedServers(
            FileChannel lock,
            EmbeddedKafka kafka,
            EmbeddedMongo mongo,
            EmbeddedObjectStore objectStore,
            Credentials credentials) {
        this.lock = lock;
        this.kafka = kafka;
        this.mongo = mongo;
        this.objectStore = objectStore;
        this.credentials = credentials;
    }

    /**
     * Starts all three on free ports.
     *
     * @param folder made when missing; what an earlier run left there is found again
     * @throws IOException when the folder is in use by another process, or a server does not start
     */
    public static EmbeddedServers start(Path folder) throws IOException {
        return start(folder, OfficesListener.onThisMachine(0));
    }

    /**
     * Starts all three, Kafka with a listener for other offices of one's choice.
     *
     * @param folder made when missing; what an earlier run left there is found again
     * @param offices where other offices get into Kafka
     * @throws IOException when the folder is in use by another process, or a server does not start
     */
    public static EmbeddedServers start(Path folder, OfficesListener offices) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock = lock(folder);
        Credentials credentials = Credentials.keptIn(folder.resolve("object-store.key"));
        CompletableFuture<EmbeddedKafka> kafka = async(() -> new EmbeddedKafka(folder.resolve("kafka"), 0, offices));
        CompletableFuture<EmbeddedMongo> mongo = async(() -> new EmbeddedMongo(folder.resolve("mongo"), 0));
        CompletableFuture<EmbeddedObjectStore> objects =
                async(() -> new EmbeddedObjectStore(folder.resolve("objects"), 0, credentials));
        try {
            return new EmbeddedServers(lock, kafka.join(), mongo.join(), objects.join(), credentials);
        } catch (CompletionException e) {
            lock.close();
            throw new IOException("an embedded server does not start", e.getCause());
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock taken = tryLock(channel);
        if (taken == null) {
            channel.close();
            throw new IOException("the data folder " + folder + " is in use by another running Prakat");
        }
        // Whoever makes a backup must know whom to halt meanwhile.
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static <T> CompletableFuture<T> async(Callable<T> start) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return start.call();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
    }

    public String kafkaBootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Where other offices get into Kafka, with a password. */
    public OfficesListener kafkaForOffices() {
        return kafka.offices();
    }

    public String mongoUri() {
        return mongo.uri();
    }

    public String objectStoreEndpoint() {
        return objectStore.endpoint();
    }

    public Credentials objectStoreCredentials() {
        return credentials;
    }

    @Override
    public void close() throws IOException {
        kafka.close();
        mongo.close();
        objectStore.close();
        lock.close();
    }
}

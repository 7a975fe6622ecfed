package org.prakat.common.storage;

import io.minio.BucketExistsArgs;
import io.minio.CopyObjectArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** Files in any store that speaks S3, by its plainest calls. */
public final class MinioObjectStore implements ObjectStore, AutoCloseable {

    /** Above this size a file is sent in parts of this size, each of which may be tried again. */
    private static final long PART_SIZE = 16L * 1024 * 1024;

    private static final int NOT_FOUND = 404;

    private final MinioClient client;
    private final String prefix;

    public MinioObjectStore(ObjectStoreProperties properties) {
        this.client = MinioClient.builder()
                .endpoint(properties.endpoint())
                .credentials(properties.accessKey(), properties.secretKey())
                .build();
        long timeout = properties.timeout().toMillis();
        client.setTimeout(timeout, timeout, timeout);
        this.prefix = properties.bucketPrefix();
        if (properties.createBuckets()) {
            createMissingBuckets();
        }
    }

    private void createMissingBuckets() {
        for (Bucket bucket : Bucket.values()) {
            String name = bucket.nameUnder(prefix);
            ask("make bucket " + name, () -> {
                if (!client.bucketExists(BucketExistsArgs.builder().bucket(name).build())) {
                    makeBucket(name);
                }
                return name;
            });
        }
    }

    private void makeBucket(String name) throws MinioException {
        try {
            client.makeBucket(MakeBucketArgs.builder().bucket(name).build());
        } catch (ErrorResponseException e) {
            // Another service or replica may have been faster.
            if (!"BucketAlreadyOwnedByYou".equals(e.errorResponse().code())) {
                throw e;
            }
        }
    }

    @Override
    public void put(Bucket bucket, String key, InputStream content, long size, String mediaType) {
        PutObjectArgs put = PutObjectArgs.builder().bucket(bucket.nameUnder(prefix)).object(key).stream(
                        content, size, PART_SIZE)
                .contentType(mediaType)
                .build();
        ask("store " + key, () -> client.putObject(put));
    }

    @Override
    public Optional<InputStream> open(Bucket bucket, String key, long offset, OptionalLong length) {
        GetObjectArgs.Builder get = GetObjectArgs.builder()
                .bucket(bucket.nameUnder(prefix))
                .object(key)
                .offset(offset);
        length.ifPresent(get::length);
        return find("open " + key, () -> client.getObject(get.build()));
    }

    @Override
    public OptionalLong size(Bucket bucket, String key) {
        StatObjectArgs stat = StatObjectArgs.builder()
                .bucket(bucket.nameUnder(prefix))
                .object(key)
                .build();
        return find("look up " + key, () -> client.statObject(stat).size())
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    @Override
    public boolean copy(Bucket from, Bucket to, String key) {
        CopyObjectArgs copy = CopyObjectArgs.builder()
                .bucket(to.nameUnder(prefix))
                .object(key)
                .source(SourceObject.builder()
                        .bucket(from.nameUnder(prefix))
                        .object(key)
                        .build())
                .build();
        return find("copy " + key, () -> client.copyObject(copy)).isPresent();
    }

    @Override
    public void delete(Bucket bucket, String key) {
        RemoveObjectArgs remove = RemoveObjectArgs.builder()
                .bucket(bucket.nameUnder(prefix))
                .object(key)
                .build();
        find("delete " + key, () -> {
            client.removeObject(remove);
            return key;
        });
    }

    @Override
    public void close() throws Exception {
        client.close();
    }

    private interface Call<T> {
        T make() throws MinioException;
    }

    private static <T> Optional<T> find(String what, Call<T> call) {
        try {
            return Optional.of(call.make());
        } catch (ErrorResponseException e) {
            if (e.response().code() == NOT_FOUND) {
                return Optional.empty();
            }
            throw new ObjectStoreUnavailable("cannot " + what + ": " + e.getMessage(), e);
        } catch (MinioException | IllegalStateException e) {
            // The second is how the SDK throws an IOException of the connection.
            throw new ObjectStoreUnavailable("cannot " + what + ": " + e.getMessage(), e);
        }
    }

    private static <T> T ask(String what, Call<T> call) {
        return find(what, call).orElseThrow(() -> new ObjectStoreUnavailable("cannot " + what + ": no bucket", null));
    }
}

package org.prakat.common.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Identifiers;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;

/**
 * Lets files in. A file is streamed to the disk of this machine, since containers can only be looked into with random
 * access; it is hashed and measured on the way, checked there, and stored. A large one is on its way to the store meanwhile,
 * where it appears only once it was accepted. What is refused leaves nothing behind.
 */
public final class IncomingFiles {

    static final String INFECTED = "INFECTED";
    static final String SCAN_UNAVAILABLE = "SCAN_UNAVAILABLE";

    /** Browsers send this when they do not know. */
    private static final String ANYTHING = "application/octet-stream";

    private final ObjectStore store;
    private final VirusScan scan;
    private final UploadMeasures measures;
    private final ContentType contentType = new ContentType();

    public IncomingFiles(ObjectStore store, VirusScan scan, UploadMeasures measures) {
        this.store = store;
        this.scan = scan;
        this.measures = measures;
    }

    /**
     * Checks a file and stores it in {@link Bucket#INCOMING}.
     *
     * @param owner the id of what it belongs to: the first part of its key
     * @param declaredType the media type that its sender says it has; absent when the sender says nothing
     * @throws IOException when the sender stops sending, or the disk is full
     */
    public Result<StoredFile> receive(
            String owner, String fileName, @Nullable String declaredType, InputStream content, FileLimits limits)
            throws IOException {
        Result<StoredFile> received = letIn(owner, fileName, declaredType, content, limits);
        measures.count(received);
        return received;
    }

    private Result<StoredFile> letIn(
            String owner, String fileName, @Nullable String declaredType, InputStream content, FileLimits limits)
            throws IOException {
        Result<FileName> name = FileName.of(fileName);
        if (name instanceof Result.Refused<FileName> refused) {
            return Result.refused(named(refused.refusal()));
        }
        String key = owner + "/" + Identifiers.next();
        try (Spool spool = Spool.create();
                EarlyPut early = new EarlyPut(store, key, spool)) {
            MessageDigest sha256 = sha256();
            copy(content, spool, sha256, early, limits.maxSize());
            return check(name.orElseThrow(), declaredType, spool, limits)
                    .map(type -> store(name.orElseThrow(), type, spool, early, key, sha256));
        }
    }

    private StoredFile store(
            FileName name, FileType type, Spool spool, EarlyPut early, String key, MessageDigest sha256) {
        if (early.hasBegun()) {
            early.complete();
        } else {
            spool.accept();
            store.put(Bucket.INCOMING, key, spool.follow(), spool.size(), type.mediaType());
        }
        String digest = HexFormat.of().formatHex(sha256.digest());
        return new StoredFile(name.value(), name.extension(), type.mediaType(), spool.size(), digest, key);
    }

    /** Copies at most one byte more than is allowed: enough to know that it is too much. */
    private static void copy(InputStream content, Spool spool, MessageDigest sha256, EarlyPut early, long maxSize)
            throws IOException {
        byte[] buffer = new byte[64 * 1024];
        DigestInputStream hashed = new DigestInputStream(content, sha256);
        while (spool.size() <= maxSize) {
            int read = hashed.read(buffer, 0, (int) Math.min(buffer.length, maxSize + 1 - spool.size()));
            if (read < 0) {
                break;
            }
            spool.write(buffer, read);
            early.beginIfLarge();
        }
    }

    private Result<FileType> check(FileName name, @Nullable String declaredType, Spool spool, FileLimits limits)
            throws IOException {
        if (spool.size() == 0) {
            return refused(Reason.INVALID, "EMPTY", Map.of());
        }
        if (spool.size() > limits.maxSize()) {
            return refused(Reason.TOO_LARGE, "FILE_TOO_LARGE", Map.of("max", megabytes(limits.maxSize())));
        }
        Result<FileType> found = contentType.of(spool.file());
        if (found instanceof Result.Refused<FileType> refused) {
            return refused(Reason.UNSUPPORTED_TYPE, refused.refusal().code(), permitted(limits));
        }
        return agree(name, declaredType, found.orElseThrow(), limits).flatMap(type -> scanned(type, spool.file()));
    }

    private static Result<FileType> agree(
            FileName name, @Nullable String declaredType, FileType type, FileLimits limits) {
        if (!limits.permits(type)) {
            return refused(Reason.UNSUPPORTED_TYPE, "TYPE_NOT_PERMITTED", permitted(limits));
        }
        if (!type.isNamed(name.extension())) {
            return refused(Reason.UNSUPPORTED_TYPE, "EXTENSION_MISMATCH", Map.of("type", type.extension()));
        }
        if (declaredType != null && !declares(declaredType, type)) {
            return refused(Reason.UNSUPPORTED_TYPE, "DECLARED_TYPE_MISMATCH", Map.of("type", type.extension()));
        }
        return Result.ok(type);
    }

    private static boolean declares(String declaredType, FileType type) {
        String bare = declaredType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return bare.equals(ANYTHING) || bare.equals(type.mediaType());
    }

    private Result<FileType> scanned(FileType type, Path spool) {
        return switch (scan.scan(spool)) {
            case CLEAN -> Result.ok(type);
            case INFECTED -> refused(Reason.UNSUPPORTED_TYPE, INFECTED, Map.of());
            case UNKNOWN -> refused(Reason.UNAVAILABLE, SCAN_UNAVAILABLE, Map.of());
        };
    }

    private static Map<String, String> permitted(FileLimits limits) {
        return Map.of("permitted", String.join(", ", limits.permittedExtensions()));
    }

    private static String megabytes(long bytes) {
        return bytes / (1024 * 1024) + " MB";
    }

    private static Refusal named(Refusal refusal) {
        return new Refusal(
                refusal.reason(),
                refusal.code(),
                List.of(new Fault("file", refusal.code(), Map.of("max", String.valueOf(FileName.LONGEST_BYTES)))));
    }

    private static Result<FileType> refused(Reason reason, String code, Map<String, String> arguments) {
        return Result.refused(new Refusal(reason, code, List.of(new Fault("file", code, arguments))));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaPlatformHasIt) {
            throw new IllegalStateException(everyJavaPlatformHasIt);
        }
    }
}

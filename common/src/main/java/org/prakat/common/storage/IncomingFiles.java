package org.prakat.common.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
 * access; it is hashed and measured on the way, checked there, and then stored. What is refused leaves nothing behind.
 */
public final class IncomingFiles {

    /** Browsers send this when they do not know. */
    private static final String ANYTHING = "application/octet-stream";

    private final ObjectStore store;
    private final VirusScan scan;
    private final ContentType contentType = new ContentType();

    public IncomingFiles(ObjectStore store, VirusScan scan) {
        this.store = store;
        this.scan = scan;
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
        Result<FileName> name = FileName.of(fileName);
        if (name instanceof Result.Refused<FileName> refused) {
            return Result.refused(named(refused.refusal()));
        }
        Path spool = Files.createTempFile("prakat-upload-", ".part");
        try {
            MessageDigest sha256 = sha256();
            long size = copy(content, spool, sha256, limits.maxSize());
            return check(name.orElseThrow(), declaredType, spool, size, limits)
                    .map(type -> store(owner, name.orElseThrow(), type, spool, size, sha256));
        } finally {
            Files.delete(spool);
        }
    }

    private StoredFile store(String owner, FileName name, FileType type, Path spool, long size, MessageDigest sha256) {
        String key = owner + "/" + Identifiers.next();
        try (InputStream content = new BufferedInputStream(Files.newInputStream(spool))) {
            store.put(Bucket.INCOMING, key, content, size, type.mediaType());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String digest = HexFormat.of().formatHex(sha256.digest());
        return new StoredFile(name.value(), name.extension(), type.mediaType(), size, digest, key);
    }

    /** Copies at most one byte more than is allowed: enough to know that it is too much. */
    private static long copy(InputStream content, Path spool, MessageDigest sha256, long maxSize) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        DigestInputStream hashed = new DigestInputStream(content, sha256);
        try (OutputStream out = Files.newOutputStream(spool)) {
            while (size <= maxSize) {
                int read = hashed.read(buffer, 0, (int) Math.min(buffer.length, maxSize + 1 - size));
                if (read < 0) {
                    break;
                }
                out.write(buffer, 0, read);
                size += read;
            }
        }
        return size;
    }

    private Result<FileType> check(
            FileName name, @Nullable String declaredType, Path spool, long size, FileLimits limits) throws IOException {
        if (size == 0) {
            return refused(Reason.INVALID, "EMPTY", Map.of());
        }
        if (size > limits.maxSize()) {
            return refused(Reason.TOO_LARGE, "FILE_TOO_LARGE", Map.of("max", megabytes(limits.maxSize())));
        }
        Result<FileType> found = contentType.of(spool);
        if (found instanceof Result.Refused<FileType> refused) {
            return refused(Reason.UNSUPPORTED_TYPE, refused.refusal().code(), permitted(limits));
        }
        return agree(name, declaredType, found.orElseThrow(), limits).flatMap(type -> scanned(type, spool));
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
            case INFECTED -> refused(Reason.UNSUPPORTED_TYPE, "INFECTED", Map.of());
            case UNKNOWN -> refused(Reason.UNAVAILABLE, "SCAN_UNAVAILABLE", Map.of());
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

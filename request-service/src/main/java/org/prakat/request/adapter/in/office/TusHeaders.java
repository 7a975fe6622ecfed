package org.prakat.request.adapter.in.office;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Result;
import org.prakat.request.application.IncomingChunk.Checksum;

/** The headers of tus 1.0.0, read and written. */
final class TusHeaders {

    static final String TUS_RESUMABLE = "Tus-Resumable";
    static final String UPLOAD_OFFSET = "Upload-Offset";
    static final String UPLOAD_LENGTH = "Upload-Length";
    static final String UPLOAD_METADATA = "Upload-Metadata";
    static final String UPLOAD_CHECKSUM = "Upload-Checksum";
    static final String UPLOAD_EXPIRES = "Upload-Expires";
    static final String VERSION = "1.0.0";
    static final String EXTENSIONS = "creation,expiration,checksum,termination";
    static final String ALGORITHMS = "sha1,sha256";

    private static final Map<String, String> NAMES_IN_JAVA = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

    private TusHeaders() {}

    static Result<Long> number(String header, @Nullable String value) {
        return value != null && value.matches("[0-9]{1,18}") ? Result.ok(Long.valueOf(value)) : malformed(header);
    }

    /** Pairs of a key and a value in Base64; of some keys, only the last value. */
    static Result<Map<String, String>> metadata(@Nullable String header) {
        Map<String, String> metadata = new HashMap<>();
        for (String pair : Optional.ofNullable(header).orElse("").split(",", -1)) {
            String[] parts = pair.strip().split(" ", 2);
            try {
                String value = parts.length < 2 ? "" : decoded(parts[1]);
                metadata.put(parts[0], value);
            } catch (IllegalArgumentException notBase64) {
                return malformed(UPLOAD_METADATA);
            }
        }
        return Result.ok(metadata);
    }

    static String metadata(String fileName, @Nullable String mediaType) {
        String name = "filename " + encoded(fileName);
        return mediaType == null ? name : name + ",filetype " + encoded(mediaType);
    }

    /** An algorithm and a hash in Base64; empty without the header. */
    static Result<Optional<Checksum>> checksum(@Nullable String header) {
        if (header == null) {
            return Result.ok(Optional.empty());
        }
        String[] parts = header.split(" ", 2);
        String algorithm = NAMES_IN_JAVA.get(parts[0]);
        if (parts.length < 2 || algorithm == null) {
            return malformed(UPLOAD_CHECKSUM);
        }
        try {
            String expected = HexFormat.of().formatHex(Base64.getDecoder().decode(parts[1].strip()));
            return Result.ok(Optional.of(new Checksum(MessageDigest.getInstance(algorithm), expected)));
        } catch (IllegalArgumentException notBase64) {
            return malformed(UPLOAD_CHECKSUM);
        } catch (NoSuchAlgorithmException everyJavaPlatformHasIt) {
            throw new IllegalStateException(everyJavaPlatformHasIt);
        }
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> Result<T> malformed(String header) {
        return Result.refused(Refusal.invalid(List.of(new Fault(header, "MALFORMED"))));
    }
}

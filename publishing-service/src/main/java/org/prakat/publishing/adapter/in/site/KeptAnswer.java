package org.prakat.publishing.adapter.in.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * An answer with its entity tag, plain and packed once for all callers. The tag is weak, since both forms have the same.
 *
 * @param packed by gzip; absent where that would not be worth it
 * @param headers all others that it was given
 */
record KeptAnswer(
        String contentType,
        byte[] plain,
        byte @Nullable [] packed,
        String tag,
        long lastModified,
        Map<String, List<String>> headers) {

    private static final int WORTH_PACKING = 860;
    private static final int TAG_DIGITS = 32;

    /** What is said anew each time. */
    private static final Set<String> NOT_KEPT =
            Set.of("cache-control", "content-length", "content-type", "last-modified", "etag", "date");

    static KeptAnswer of(ContentCachingResponseWrapper made) {
        byte[] plain = made.getContentAsByteArray();
        String modified = made.getHeader(HttpHeaders.LAST_MODIFIED);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : made.getHeaderNames()) {
            if (!NOT_KEPT.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, new ArrayList<>(made.getHeaders(name)));
            }
        }
        return new KeptAnswer(
                String.valueOf(made.getContentType()),
                plain,
                packed(plain),
                "W/\"" + sha256(plain).substring(0, TAG_DIGITS) + "\"",
                modified == null ? -1 : milliseconds(made),
                headers);
    }

    private static long milliseconds(ContentCachingResponseWrapper made) {
        HttpHeaders parsed = new HttpHeaders();
        parsed.set(HttpHeaders.LAST_MODIFIED, made.getHeader(HttpHeaders.LAST_MODIFIED));
        return parsed.getLastModified();
    }

    private static byte @Nullable [] packed(byte[] plain) {
        if (plain.length < WORTH_PACKING) {
            return null;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 3);
        try (OutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaPlatformHasIt) {
            throw new IllegalStateException(everyJavaPlatformHasIt);
        }
    }

    /** In bytes. */
    int size() {
        return plain.length + (packed == null ? 0 : packed.length);
    }

    /** The same for this caller, who may have it already (304) or take it packed. */
    void send(String cacheControl, HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers.forEach((name, values) -> {
            response.setHeader(name, values.get(0));
            values.stream().skip(1).forEach(value -> response.addHeader(name, value));
        });
        response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (new ServletWebRequest(request, response).checkNotModified(tag, lastModified)) {
            return;
        }
        byte[] body = plain;
        if (packed != null && takesPacked(request)) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = packed;
        }
        response.setContentType(contentType);
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    private static boolean takesPacked(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && accepted.contains("gzip")
                && !accepted.replace(" ", "").contains("gzip;q=0");
    }
}

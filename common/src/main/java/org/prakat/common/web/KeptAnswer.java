package org.prakat.common.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * An answer that is given to many, with its entity tag (RFC 9110, section 8.8.3). It is held packed where that is worth it, as
 * nearly everybody takes it, and unpacked for whoever does not. The tag is weak, since both forms have the same.
 *
 * @param body packed by gzip or plain
 * @param lastModified in milliseconds since 1970; negative: not known
 * @param headers all others that it was given
 */
public record KeptAnswer(
        String contentType,
        byte[] body,
        boolean packed,
        String tag,
        long lastModified,
        Map<String, List<String>> headers) {

    private static final int WORTH_PACKING = 860;
    private static final int TAG_DIGITS = 32;
    private static final String GZIP = "gzip";

    /** About what the headers take, in bytes. */
    private static final int HEADERS = 512;

    /** What is said anew each time, or is about the connection by which the answer came. */
    private static final Set<String> NOT_KEPT = Set.of(
            "cache-control",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "date",
            "etag",
            "keep-alive",
            "last-modified",
            "transfer-encoding",
            "vary");

    /**
     * Keeps an answer as it was made, or as it came from another service.
     *
     * @param body as the headers describe it
     */
    public static KeptAnswer of(HttpHeaders headers, byte[] body) {
        boolean cameSoPacked = GZIP.equals(headers.getFirst(HttpHeaders.CONTENT_ENCODING));
        boolean packed = cameSoPacked || body.length >= WORTH_PACKING;
        Map<String, List<String>> kept = new LinkedHashMap<>();
        headers.forEach((name, values) -> {
            if (!NOT_KEPT.contains(name.toLowerCase(Locale.ROOT))) {
                kept.put(name, new ArrayList<>(values));
            }
        });
        List<String> vary = new ArrayList<>(headers.getVary());
        if (!vary.contains(HttpHeaders.ACCEPT_ENCODING)) {
            vary.add(HttpHeaders.ACCEPT_ENCODING);
        }
        kept.put(HttpHeaders.VARY, vary);
        return new KeptAnswer(
                String.valueOf(headers.getFirst(HttpHeaders.CONTENT_TYPE)),
                packed && !cameSoPacked ? pack(body) : body,
                packed,
                Objects.requireNonNullElseGet(headers.getETag(), () -> tagOf(body)),
                headers.getLastModified(),
                kept);
    }

    private static String tagOf(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + HexFormat.of().formatHex(digest).substring(0, TAG_DIGITS) + "\"";
        } catch (NoSuchAlgorithmException everyJavaPlatformHasIt) {
            throw new IllegalStateException(everyJavaPlatformHasIt);
        }
    }

    private static byte[] pack(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 3);
        try (OutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** How much memory it takes, about, in bytes. */
    public int size() {
        return HEADERS + body.length;
    }

    /**
     * Gives it to this caller, who may have it already (304) or take it packed.
     *
     * @throws IOException when the caller is gone
     */
    public void send(String cacheControl, HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers.forEach((name, values) -> {
            response.setHeader(name, values.get(0));
            values.stream().skip(1).forEach(value -> response.addHeader(name, value));
        });
        response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
        if (new ServletWebRequest(request, response).checkNotModified(tag, lastModified)) {
            return;
        }
        byte[] sent = body;
        if (packed && takesPacked(request)) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
        } else if (packed) {
            sent = unpack();
        }
        response.setContentType(contentType);
        response.setContentLength(sent.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(sent);
        }
    }

    private byte[] unpack() throws IOException {
        try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return unpacking.readAllBytes();
        }
    }

    private static boolean takesPacked(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && accepted.contains(GZIP)
                && !accepted.replace(" ", "").contains(GZIP + ";q=0");
    }
}

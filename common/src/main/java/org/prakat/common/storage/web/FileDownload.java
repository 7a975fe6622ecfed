package org.prakat.common.storage.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.event.Attachment;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.web.RefusedException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Sends a file from the object store as the answer to a call: whole or a part of it (RFC 9110, section 14), or only the
 * news that the caller's copy is good. The entity tag is the SHA-256, so it is the same on every replica and for ever.
 */
public final class FileDownload {

    private final ObjectStore store;

    public FileDownload(ObjectStore store) {
        this.store = store;
    }

    /** How a browser is to treat the file. */
    public enum Disposition {
        /** Shown, where the browser can. */
        INLINE,
        /** Saved. */
        ATTACHMENT
    }

    /**
     * Writes the answer.
     *
     * @param cacheControl the value of {@code Cache-Control}
     * @throws IOException when the caller goes away
     * @throws RefusedException when the file is not in the store
     */
    public void send(
            Bucket bucket,
            Attachment file,
            Disposition disposition,
            String cacheControl,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String tag = "\"" + file.sha256() + "\"";
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
            return;
        }
        Optional<HttpRange> part = part(request, tag);
        long start = part.map(range -> range.getRangeStart(file.size())).orElse(0L);
        long end = part.map(range -> range.getRangeEnd(file.size())).orElse(file.size() - 1);
        if (start >= file.size()) {
            unsatisfiable(file, response);
            return;
        }
        long length = end - start + 1;
        // Opened before a word is said of it: what is not there must not be announced, and least of all kept by caches.
        try (InputStream content = open(bucket, file, start, length, request)) {
            if (part.isPresent()) {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + start + "-" + end + "/" + file.size());
            }
            response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
            response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, contentDisposition(file, disposition));
            response.setContentType(file.mediaType());
            response.setContentLengthLong(length);
            content.transferTo(response.getOutputStream());
        }
    }

    private InputStream open(Bucket bucket, Attachment file, long start, long length, HttpServletRequest request) {
        Optional<InputStream> content = "HEAD".equals(request.getMethod())
                ? store.size(bucket, file.key()).stream()
                        .mapToObj(size -> InputStream.nullInputStream())
                        .findFirst()
                : store.open(bucket, file.key(), start, OptionalLong.of(length));
        return content.orElseThrow(() -> new RefusedException(Refusal.of(Reason.NOT_FOUND, "NOT_FOUND")));
    }

    private static void unsatisfiable(Attachment file, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
        response.setContentLength(0);
    }

    /** The part that is asked for; empty when the whole is, or when the header means nothing to us (section 14.2). */
    private static Optional<HttpRange> part(HttpServletRequest request, String tag) {
        String header = request.getHeader(HttpHeaders.RANGE);
        String ifRange = request.getHeader(HttpHeaders.IF_RANGE);
        if (header == null || !"GET".equals(request.getMethod()) || (ifRange != null && !ifRange.equals(tag))) {
            return Optional.empty();
        }
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(header);
            // Several at once may be answered with the whole.
            return ranges.size() == 1 ? Optional.of(ranges.get(0)) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String contentDisposition(Attachment file, Disposition disposition) {
        ContentDisposition.Builder builder =
                disposition == Disposition.INLINE ? ContentDisposition.inline() : ContentDisposition.attachment();
        return builder.filename(file.fileName(), StandardCharsets.UTF_8).build().toString();
    }
}

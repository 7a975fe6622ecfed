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
        response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return;
        }
        response.setContentType(file.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, contentDisposition(file, disposition));
        Optional<List<HttpRange>> ranges = ranges(request, tag);
        if (ranges.isEmpty()) {
            unsatisfiable(file, response);
            return;
        }
        List<HttpRange> wanted = ranges.get();
        // Several ranges at once may be answered with the whole (section 14.2).
        boolean part = wanted.size() == 1;
        long start = part ? wanted.get(0).getRangeStart(file.size()) : 0;
        long end = part ? wanted.get(0).getRangeEnd(file.size()) : file.size() - 1;
        if (start >= file.size()) {
            unsatisfiable(file, response);
            return;
        }
        if (part) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + start + "-" + end + "/" + file.size());
        }
        write(bucket, file, start, end - start + 1, request, response);
    }

    private void write(
            Bucket bucket,
            Attachment file,
            long start,
            long length,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if ("HEAD".equals(request.getMethod())) {
            response.setContentLengthLong(length);
            return;
        }
        Optional<InputStream> found = store.open(bucket, file.key(), start, OptionalLong.of(length));
        if (found.isEmpty()) {
            throw new RefusedException(Refusal.of(Reason.NOT_FOUND, "NOT_FOUND"));
        }
        try (InputStream content = found.get()) {
            response.setContentLengthLong(length);
            content.transferTo(response.getOutputStream());
        }
    }

    private static void unsatisfiable(Attachment file, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
        response.setContentLength(0);
    }

    /** The ranges that are asked for, none when the whole is; empty when the header cannot be understood. */
    private static Optional<List<HttpRange>> ranges(HttpServletRequest request, String tag) {
        String header = request.getHeader(HttpHeaders.RANGE);
        String ifRange = request.getHeader(HttpHeaders.IF_RANGE);
        if (header == null || (ifRange != null && !ifRange.equals(tag))) {
            return Optional.of(List.of());
        }
        try {
            return Optional.of(HttpRange.parseRanges(header));
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

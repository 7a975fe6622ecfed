package org.prakat.request.adapter.in.office;

import static org.prakat.common.web.RefusedException.orRefuse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.web.Problems;
import org.prakat.request.application.IncomingChunk;
import org.prakat.request.application.IncomingChunk.Checksum;
import org.prakat.request.application.ResumeUpload;
import org.prakat.request.application.ResumeUpload.Progress;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files ahead over poor lines: tus 1.0.0, with its extensions creation, expiration, checksum and termination. */
@RestController
@RequestMapping("/api/uploads")
class ResumableUploadController {

    private static final String CHUNK = "application/offset+octet-stream";

    /** The protocol's own; it has no name. */
    private static final int CHECKSUM_MISMATCH = 460;

    private final ResumeUpload uploads;
    private final Problems problems;

    ResumableUploadController(ResumeUpload uploads, Problems problems) {
        this.uploads = uploads;
        this.problems = problems;
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> abilities() {
        return ResponseEntity.noContent()
                .header(TusHeaders.TUS_RESUMABLE, TusHeaders.VERSION)
                .header("Tus-Version", TusHeaders.VERSION)
                .header("Tus-Extension", TusHeaders.EXTENSIONS)
                .header("Tus-Max-Size", String.valueOf(uploads.largest()))
                .header("Tus-Checksum-Algorithm", TusHeaders.ALGORITHMS)
                .build();
    }

    @PostMapping(headers = TusHeaders.TUS_RESUMABLE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Void> begin(Identity who, HttpServletRequest request, HttpServletResponse response) {
        speak(request, response);
        long length =
                orRefuse(TusHeaders.number(TusHeaders.UPLOAD_LENGTH, request.getHeader(TusHeaders.UPLOAD_LENGTH)));
        Map<String, String> metadata = orRefuse(TusHeaders.metadata(request.getHeader(TusHeaders.UPLOAD_METADATA)));
        Progress begun =
                orRefuse(uploads.begin(who, metadata.getOrDefault("filename", ""), metadata.get("filetype"), length));
        return progress(HttpStatus.CREATED, begun)
                .header(HttpHeaders.LOCATION, "/api/uploads/" + begun.id())
                .build();
    }

    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    ResponseEntity<Void> howFar(
            Identity who, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        speak(request, response);
        Progress progress = orRefuse(uploads.progress(who, id));
        return progress(HttpStatus.OK, progress)
                .header(TusHeaders.UPLOAD_LENGTH, String.valueOf(progress.length()))
                .header(TusHeaders.UPLOAD_METADATA, TusHeaders.metadata(progress.fileName(), progress.mediaType()))
                .build();
    }

    @GetMapping("/{id}")
    UploadView read(Identity who, @PathVariable String id) {
        return UploadView.of(orRefuse(uploads.finished(who, id)));
    }

    @PatchMapping(path = "/{id}", consumes = CHUNK)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<?> append(
            Identity who,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language)
            throws IOException {
        speak(request, response);
        long offset =
                orRefuse(TusHeaders.number(TusHeaders.UPLOAD_OFFSET, request.getHeader(TusHeaders.UPLOAD_OFFSET)));
        Checksum checksum = orRefuse(TusHeaders.checksum(request.getHeader(TusHeaders.UPLOAD_CHECKSUM)))
                .orElse(null);
        Result<Progress> result =
                uploads.append(who, id, new IncomingChunk(offset, request.getInputStream(), checksum));
        if (result instanceof Result.Refused<Progress> refused
                && refused.refusal().code().equals(ResumeUpload.WRONG_CHECKSUM)) {
            ProblemDetail problem = problems.of(refused.refusal(), language);
            problem.setStatus(CHECKSUM_MISMATCH);
            return ResponseEntity.status(CHECKSUM_MISMATCH).body(problem);
        }
        return progress(HttpStatus.NO_CONTENT, orRefuse(result)).build();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> abandon(
            Identity who, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        speak(request, response);
        orRefuse(uploads.abandon(who, id));
        return ResponseEntity.noContent().build();
    }

    /** For those whose line lets no other method through. */
    @PostMapping(path = "/{id}", consumes = CHUNK, headers = "X-HTTP-Method-Override=PATCH")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<?> appendByPost(
            Identity who,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language)
            throws IOException {
        return append(who, id, request, response, language);
    }

    @PostMapping(path = "/{id}", headers = "X-HTTP-Method-Override=DELETE")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> abandonByPost(
            Identity who, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        return abandon(who, id, request, response);
    }

    /** Every answer says the version, and nothing is done for a caller who speaks another. */
    private static void speak(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(TusHeaders.TUS_RESUMABLE, TusHeaders.VERSION);
        if (!TusHeaders.VERSION.equals(request.getHeader(TusHeaders.TUS_RESUMABLE))) {
            response.setHeader("Tus-Version", TusHeaders.VERSION);
            orRefuse(Result.refused(Reason.STALE, "UNKNOWN_VERSION"));
        }
    }

    private static ResponseEntity.BodyBuilder progress(HttpStatus status, Progress progress) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header(TusHeaders.UPLOAD_OFFSET, String.valueOf(progress.offset()));
        Instant expires = progress.expires();
        if (expires != null) {
            answer.headers(headers -> headers.setInstant(TusHeaders.UPLOAD_EXPIRES, expires));
        }
        return answer;
    }
}

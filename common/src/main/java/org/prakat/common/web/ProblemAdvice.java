package org.prakat.common.web;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.common.storage.ObjectStoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

/** Every error of a service as problem details; whatever the caller sent wrong is never a 5xx. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Whatever is counted, is counted in windows of this length. */
    private static final Duration RETRY_AFTER = Duration.ofMinutes(5);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedException e, Locale locale) {
        ResponseEntity<ProblemDetail> answer = answer(problems.of(e.refusal(), locale));
        return e.refusal().reason() == Refusal.Reason.TOO_OFTEN ? withRetryAfter(answer) : answer;
    }

    @ExceptionHandler({MongoException.class, ObjectStoreUnavailable.class, KafkaException.class})
    ResponseEntity<ProblemDetail> outage(Exception e, Locale locale) {
        log.error("the database, the object store or the broker does not answer", e);
        return answer(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "TEMPORARILY_UNAVAILABLE", locale));
    }

    /** The server reads parameters when they are first asked for: what cannot be decoded is the caller's fault. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> undecodable(InvalidParameterException e, Locale locale) {
        return answer(problems.of(HttpStatus.BAD_REQUEST, HttpStatus.BAD_REQUEST.name(), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> bug(Exception e, Locale locale) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            throw e;
        }
        log.error("a call failed", e);
        return answer(problems.of(HttpStatus.INTERNAL_SERVER_ERROR, HttpStatus.INTERNAL_SERVER_ERROR.name(), locale));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answerOf(refusalBehind(e).orElseGet(() -> malformed(e)));
    }

    private static Refusal malformed(HttpMessageNotReadableException e) {
        List<Fault> faults = new ArrayList<>();
        if (e.getCause() instanceof DatabindException wrongField
                && !wrongField.getPath().isEmpty()) {
            faults.add(new Fault(FieldPath.of(wrongField), "MALFORMED"));
        }
        return new Refusal(Refusal.Reason.INVALID, "MALFORMED", faults);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Optional<Refusal> refusal = refusalBehind(e);
        if (refusal.isPresent()) {
            return answerOf(refusal.get());
        }
        HttpStatus known = HttpStatus.valueOf(status.value());
        String code = known.name();
        if (e instanceof MissingRequestHeaderException missing && "If-Match".equals(missing.getHeaderName())) {
            known = HttpStatus.PRECONDITION_REQUIRED;
            code = known.name();
        }
        return ResponseEntity.status(known)
                .headers(headers)
                .body(problems.of(known, code, LocaleContextHolder.getLocale()));
    }

    /** What a converter or a stream of ours refused, which the framework wraps in exceptions of its own. */
    private static Optional<Refusal> refusalBehind(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return Optional.of(refused.refusal());
            }
        }
        return Optional.empty();
    }

    private ResponseEntity<Object> answerOf(Refusal refusal) {
        ProblemDetail problem = problems.of(refusal, LocaleContextHolder.getLocale());
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private static ResponseEntity<ProblemDetail> withRetryAfter(ResponseEntity<ProblemDetail> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER.toSeconds()))
                .body(answer.getBody());
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}

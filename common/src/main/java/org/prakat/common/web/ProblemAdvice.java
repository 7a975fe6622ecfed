package org.prakat.common.web;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Every error of a service as problem details; whatever the caller sent wrong is never a 5xx. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedException e, Locale locale) {
        return answer(problems.of(e.refusal(), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> databaseOut(MongoException e, Locale locale) {
        log.error("the database does not answer", e);
        return answer(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "TEMPORARILY_UNAVAILABLE", locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> bug(Exception e, Locale locale) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            throw e;
        }
        log.error("a call failed", e);
        return answer(problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", locale));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Fault> faults = new ArrayList<>();
        if (e.getCause() instanceof DatabindException wrongField
                && !wrongField.getPath().isEmpty()) {
            faults.add(new Fault(path(wrongField.getPath()), "MALFORMED"));
        }
        Refusal refusal = new Refusal(Refusal.Reason.INVALID, "MALFORMED", faults);
        return ResponseEntity.badRequest().body(problems.of(refusal, request.getLocale()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        String code = known.name();
        if (e instanceof MissingRequestHeaderException missing && "If-Match".equals(missing.getHeaderName())) {
            known = HttpStatus.PRECONDITION_REQUIRED;
            code = known.name();
        }
        return ResponseEntity.status(known).headers(headers).body(problems.of(known, code, request.getLocale()));
    }

    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}

package org.prakat.gateway.adapter.in.web;

import java.util.Locale;
import org.prakat.common.web.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.ResourceAccessException;

/** A service that does not answer is our fault, not the caller's, and for the moment only. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ServiceDownAdvice {

    private static final Logger log = LoggerFactory.getLogger(ServiceDownAdvice.class);

    private final Problems problems;

    ServiceDownAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> down(ResourceAccessException e, Locale language) {
        log.warn("a service does not answer: {}", e.toString());
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status).body(problems.of(status, "TEMPORARILY_UNAVAILABLE", language));
    }
}

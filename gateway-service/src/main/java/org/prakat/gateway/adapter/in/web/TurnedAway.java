package org.prakat.gateway.adapter.in.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.prakat.common.web.ProblemWriter;
import org.prakat.common.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Tells programs that they are to sign in, or may not do this. Whoever has mistyped an address of the site in a browser, or followed an old
 * link to it, gets the site's page that leads on, signed in or not, whether there is something at that address or not.
 */
final class TurnedAway implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String NOT_FOUND = "/not-found";

    private static final List<String> OF_PROGRAMS = List.of("/api/", "/oauth2/", "/openapi/", "/actuator/");

    private final ProblemWriter problems;

    TurnedAway(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (isReader(request)) {
            leadOn(response);
        } else {
            problems.write(request, response, HttpStatus.UNAUTHORIZED, "NOT_SIGNED_IN");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (isReader(request)) {
            leadOn(response);
        } else if (isForPrograms(request)) {
            problems.write(request, response, HttpStatus.FORBIDDEN, Problems.FORBIDDEN);
        } else {
            problems.write(request, response, HttpStatus.NOT_FOUND, HttpStatus.NOT_FOUND.name());
        }
    }

    private static void leadOn(HttpServletResponse response) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, NOT_FOUND);
    }

    private static boolean isReader(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return "GET".equals(request.getMethod())
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && !isForPrograms(request);
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        return OF_PROGRAMS.stream().anyMatch(request.getRequestURI()::startsWith);
    }
}

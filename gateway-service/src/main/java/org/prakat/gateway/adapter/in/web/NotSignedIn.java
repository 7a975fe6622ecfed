package org.prakat.gateway.adapter.in.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.prakat.common.web.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Tells programs that they are to sign in. A reader with a browser who has mistyped an address of the site, or followed an old link to it, gets
 * the site's page that leads on, whether there is something at that address or not.
 */
final class NotSignedIn implements AuthenticationEntryPoint {

    static final String NOT_FOUND = "/not-found";

    private static final List<String> OF_PROGRAMS = List.of("/api/", "/oauth2/", "/openapi/", "/actuator/");

    private final ProblemWriter problems;

    NotSignedIn(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (isReader(request)) {
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader(HttpHeaders.LOCATION, NOT_FOUND);
        } else {
            problems.write(request, response, HttpStatus.UNAUTHORIZED, "NOT_SIGNED_IN");
        }
    }

    private static boolean isReader(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return "GET".equals(request.getMethod())
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && OF_PROGRAMS.stream().noneMatch(request.getRequestURI()::startsWith);
    }
}

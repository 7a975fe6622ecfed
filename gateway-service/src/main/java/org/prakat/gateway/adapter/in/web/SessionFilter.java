package org.prakat.gateway.adapter.in.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.prakat.common.web.ProblemWriter;
import org.prakat.gateway.application.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the session of a call. A call that may change something must moreover repeat the session's token in a header, which
 * another site cannot make a browser do (cross-site request forgery).
 */
final class SessionFilter extends OncePerRequestFilter {

    static final String CSRF_HEADER = "X-CSRF-TOKEN";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final SignIn signIn;
    private final ProblemWriter problems;

    SessionFilter(SignIn signIn, ProblemWriter problems) {
        this.signIn = signIn;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignIn.Current> current = SessionCookie.read(request)
                .flatMap(signIn::current)
                .map(session -> session.from(request.getRemoteAddr()));
        if (current.isPresent() && isUnsafe(request) && !repeatsToken(request, current.get())) {
            problems.write(request, response, HttpStatus.FORBIDDEN, "CSRF_TOKEN_MISSING");
            return;
        }
        current.ifPresent(
                session -> SecurityContextHolder.getContext().setAuthentication(new SessionAuthentication(session)));
        chain.doFilter(request, response);
    }

    /** Signing in begins a session of its own; that it takes JSON only keeps forms of other sites out. */
    private static boolean isUnsafe(HttpServletRequest request) {
        boolean signIn = "POST".equals(request.getMethod()) && "/api/session".equals(request.getRequestURI());
        return !SAFE.contains(request.getMethod()) && !signIn;
    }

    private static boolean repeatsToken(HttpServletRequest request, SignIn.Current current) {
        String given = Optional.ofNullable(request.getHeader(CSRF_HEADER)).orElse("");
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8),
                current.session().csrfToken().getBytes(StandardCharsets.UTF_8));
    }
}

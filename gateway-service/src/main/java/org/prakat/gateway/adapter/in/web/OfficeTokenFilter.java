package org.prakat.gateway.adapter.in.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.web.ProblemWriter;
import org.prakat.gateway.application.AdmitOffices;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows programs of other offices by their access tokens (RFC 6750): on the paths for offices, and nowhere else. */
final class OfficeTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final RequestMatcher officePaths;
    private final AdmitOffices offices;
    private final OfficeRate rate;
    private final ProblemWriter problems;

    OfficeTokenFilter(List<String> officePaths, AdmitOffices offices, OfficeRate rate, ProblemWriter problems) {
        this.officePaths = new OrRequestMatcher(officePaths.stream()
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
        this.offices = offices;
        this.rate = rate;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !officePaths.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token = token(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (token.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"prakat\"");
            chain.doFilter(request, response);
            return;
        }
        Optional<Identity> office = offices.current(token.get()).map(known -> known.from(request.getRemoteAddr()));
        if (office.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"prakat\", error=\"invalid_token\"");
            problems.write(request, response, HttpStatus.UNAUTHORIZED, "INVALID_TOKEN");
            return;
        }
        Duration wait = rate.take(office.get().office());
        if (!wait.isZero()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, OfficeRate.seconds(wait));
            problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS, HttpStatus.TOO_MANY_REQUESTS.name());
            return;
        }
        SecurityContextHolder.getContext().setAuthentication(new OfficeAuthentication(office.get()));
        chain.doFilter(request, response);
    }

    private static Optional<String> token(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(given -> given.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(given -> given.substring(SCHEME.length()).strip());
    }
}

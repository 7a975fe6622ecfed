package org.prakat.common.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.slf4j.MDC.MDCCloseable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** What is logged during a call about a request of publication can be found by its id, as what is logged about an event can. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AboutRequest extends OncePerRequestFilter {

    /** The case of a submission, and an item of the site, are named by the request, too. */
    private static final Pattern ADDRESS =
            Pattern.compile("/(?:requests|approvals|publications|items)/([0-9a-z]{12})(?:[-/]|$)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher address = ADDRESS.matcher(request.getRequestURI());
        if (!address.find()) {
            chain.doFilter(request, response);
            return;
        }
        try (MDCCloseable requestId = MDC.putCloseable("requestId", address.group(1))) {
            chain.doFilter(request, response);
        }
    }
}

package org.prakat.common.web;

import com.mongodb.MongoException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** The database may be out when a filter needs it, for the session say, which {@link ProblemAdvice} does not see. */
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class OutageFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(OutageFilter.class);

    private final ProblemWriter problems;

    OutageFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (MongoException e) {
            if (response.isCommitted()) {
                throw e;
            }
            log.error("the database does not answer", e);
            problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "TEMPORARILY_UNAVAILABLE");
        }
    }
}

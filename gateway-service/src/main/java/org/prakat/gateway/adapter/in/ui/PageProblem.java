package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Problem;
import org.springframework.http.HttpStatus;

/** A page cannot be shown; another one says why. */
final class PageProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private PageProblem(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    /** What a page cannot do without. */
    static <T> T orProblem(Answer<T> answer) {
        if (answer instanceof Answer.Done<T> done) {
            return done.body();
        }
        throw new PageProblem(((Answer.Refused<T>) answer).problem());
    }

    /** A page for some roles only, that asks nothing which would be refused to the others. */
    static void require(boolean allowed) {
        if (!allowed) {
            throw new PageProblem(new Problem(HttpStatus.FORBIDDEN.value(), "FORBIDDEN", "", List.of()));
        }
    }

    static PageProblem notFound() {
        return new PageProblem(new Problem(HttpStatus.NOT_FOUND.value(), "NOT_FOUND", "", List.of()));
    }
}

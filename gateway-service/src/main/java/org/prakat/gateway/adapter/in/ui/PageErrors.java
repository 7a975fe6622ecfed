package org.prakat.gateway.adapter.in.ui;

import jakarta.servlet.http.HttpServletResponse;
import org.prakat.gateway.application.port.Services.Problem;
import org.springframework.ui.Model;

/** Shows a page of a form again, with what was wrong. */
final class PageErrors {

    private PageErrors() {}

    static void show(Problem problem, Model model, HttpServletResponse response) {
        response.setStatus(problem.status());
        model.addAttribute("errors", ErrorSummary.of(problem));
    }
}

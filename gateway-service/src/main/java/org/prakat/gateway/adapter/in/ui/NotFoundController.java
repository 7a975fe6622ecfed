package org.prakat.gateway.adapter.in.ui;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whatever else is asked for: a page that helps on instead of problem details. */
@Controller
class NotFoundController {

    @RequestMapping("/staff/**")
    String notFound() {
        throw PageProblem.notFound();
    }
}

package org.prakat.gateway.adapter.in.ui;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.prakat.gateway.adapter.in.SessionCookie;
import org.prakat.gateway.application.SignIn;
import org.prakat.gateway.domain.Session;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where a form comes to that was sent without a session, or with the token of one that has ended: what was typed is not lost. */
@Controller
class KeptFormController {

    static final String PATH = "/staff/kept-form";
    private static final String KEPT = KeptForm.class.getName();

    private final SignIn signIn;

    KeptFormController(SignIn signIn) {
        this.signIn = signIn;
    }

    /** Shows the form that a call brought, if it may be kept; gives whether it does. */
    static boolean keeps(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<KeptForm> form = KeptForm.of(request);
        if (form.isPresent()) {
            request.setAttribute(KEPT, form.get());
            request.getRequestDispatcher(PATH).forward(request, response);
        }
        return form.isPresent();
    }

    @RequestMapping(PATH)
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!(request.getAttribute(KEPT) instanceof KeptForm form)) {
            return "redirect:" + StaffUi.HOME;
        }
        Optional<Session> session =
                SessionCookie.read(request).flatMap(signIn::current).map(SignIn.Current::session);
        response.setStatus(session.isPresent() ? HttpStatus.FORBIDDEN.value() : HttpStatus.UNAUTHORIZED.value());
        return session.map(begun -> page(form, begun, model)).orElseGet(() -> {
            model.addAttribute("kept", form);
            model.addAttribute("next", StaffUi.HOME);
            return "staff/sign-in";
        });
    }

    /** The form, to be sent in a session that is good. */
    static String page(KeptForm form, Session session, Model model) {
        model.addAttribute("kept", form);
        model.addAttribute("token", session.csrfToken());
        return "staff/kept-form";
    }
}

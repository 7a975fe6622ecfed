package org.prakat.gateway.adapter.in.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.security.IdentifiedCaller;
import org.prakat.gateway.adapter.in.SessionCookie;
import org.prakat.gateway.application.SignIn;
import org.prakat.gateway.application.port.Services.Problem;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
class SignInController {

    private static final String PAGE = "staff/sign-in";

    private final SignIn signIn;
    private final Refusals refusals;

    SignInController(SignIn signIn, Refusals refusals) {
        this.signIn = signIn;
        this.refusals = refusals;
    }

    @GetMapping(StaffUi.SIGN_IN)
    String form(@RequestParam(required = false) @Nullable String next, Model model) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof IdentifiedCaller) {
            return "redirect:" + LocalPath.or(next);
        }
        model.addAttribute("next", LocalPath.or(next));
        return PAGE;
    }

    @PostMapping(StaffUi.SIGN_IN)
    String signIn(
            @RequestParam(required = false) @Nullable String userName,
            @RequestParam(required = false) @Nullable String password,
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String kept,
            Locale language,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Result<SignIn.Begun> result = Origin.mayBeOurs(request)
                ? signIn.signIn(userName, password, request.getRemoteAddr())
                : Result.refused(Reason.FORBIDDEN, "CSRF_TOKEN_MISSING");
        Optional<KeptForm> form = KeptForm.parse(kept);
        if (result instanceof Result.Refused<SignIn.Begun> refused) {
            form.ifPresent(typed -> model.addAttribute("kept", typed));
            return again(refused.refusal(), userName, next, language, model, response);
        }
        SignIn.Begun begun = result.orElseThrow();
        SessionCookie.set(request, response, begun.token());
        return form.map(typed -> KeptFormController.page(typed, begun.session(), model))
                .orElseGet(() -> "redirect:" + LocalPath.or(next));
    }

    private String again(
            Refusal refusal,
            @Nullable String userName,
            @Nullable String next,
            Locale language,
            Model model,
            HttpServletResponse response) {
        Problem problem = refusals.of(refusal, language);
        response.setStatus(problem.status());
        model.addAttribute("errors", ErrorSummary.of(problem));
        model.addAttribute("userName", userName);
        model.addAttribute("next", LocalPath.or(next));
        return PAGE;
    }

    @PostMapping("/staff/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(token -> signIn.signOut(token, request.getRemoteAddr()));
        SessionCookie.clear(request, response);
        return "redirect:" + StaffUi.SIGN_IN + "?done=signedOut";
    }
}

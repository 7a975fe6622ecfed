package org.prakat.gateway.adapter.in.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.DateText;
import org.prakat.common.domain.Identity;
import org.prakat.common.security.IdentifiedCaller;
import org.prakat.gateway.adapter.in.ui.NoticesController.Notices;
import org.prakat.gateway.application.port.Services;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.validation.BindException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.context.LazyContextVariable;

/** What every page has, and the page that says why another one cannot be shown. */
@ControllerAdvice(basePackageClasses = StaffUi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageAdvice {

    private static final Logger log = LoggerFactory.getLogger(PageAdvice.class);

    private final OfficeName office;
    private final MessageSource texts;
    private final Services services;

    PageAdvice(OfficeName office, MessageSource texts, Services services) {
        this.office = office;
        this.texts = texts;
        this.services = services;
    }

    /**
     * The frame of a page.
     *
     * @param done key of the text that says what has just been done
     */
    @ModelAttribute
    void frame(
            Model model,
            Locale language,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request) {
        fill(model, language, request);
        String key = "done." + done;
        if (done != null && texts.getMessage(key, null, null, language) != null) {
            model.addAttribute("done", key);
        }
    }

    private void fill(Model model, Locale language, HttpServletRequest request) {
        model.addAttribute("dates", DateText.in(language));
        model.addAttribute("words", new Words(language));
        model.addAttribute("path", LocalPath.shown(request));
        model.addAttribute("errors", ErrorSummary.NONE);
        if (SecurityContextHolder.getContext().getAuthentication() instanceof IdentifiedCaller caller) {
            Identity who = caller.identity();
            // Forms get the token by themselves; only those with files have to name it in their address.
            model.addAttribute("csrf", request.getAttribute(CsrfToken.class.getName()));
            model.addAttribute("who", who);
            model.addAttribute("officeName", office.of(who, language));
            model.addAttribute("navigation", Navigation.links(who, request.getRequestURI()));
            model.addAttribute("unread", unread(new Caller(who, language)));
        }
    }

    /** Counted only where a page says it, and not where only a redirection follows. Where nobody answers, nothing is said. */
    private LazyContextVariable<Long> unread(Caller caller) {
        return new LazyContextVariable<>() {
            @Override
            protected Long loadValue() {
                return NoticesController.newest(services, caller, 1)
                        .ifDone()
                        .map(Notices::unread)
                        .orElse(0L);
            }
        };
    }

    @ExceptionHandler
    ModelAndView problem(
            PageProblem e, Model model, Locale language, HttpServletRequest request, HttpServletResponse response) {
        return page(e.problem(), model, language, request, response);
    }

    @ExceptionHandler({
        ServletRequestBindingException.class,
        MethodArgumentTypeMismatchException.class,
        BindException.class
    })
    ModelAndView malformed(
            Exception e, Model model, Locale language, HttpServletRequest request, HttpServletResponse response) {
        return page(of(HttpStatus.BAD_REQUEST), model, language, request, response);
    }

    @ExceptionHandler
    ModelAndView tooLarge(
            MultipartException e,
            Model model,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        HttpStatus status =
                e instanceof MaxUploadSizeExceededException ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
        return page(of(status), model, language, request, response);
    }

    @ExceptionHandler
    ModelAndView bug(
            Exception e, Model model, Locale language, HttpServletRequest request, HttpServletResponse response) {
        log.error("a page failed", e);
        return page(of(HttpStatus.INTERNAL_SERVER_ERROR), model, language, request, response);
    }

    private static Problem of(HttpStatus status) {
        return new Problem(status.value(), status.name(), "", List.of());
    }

    private ModelAndView page(
            Problem problem, Model model, Locale language, HttpServletRequest request, HttpServletResponse response) {
        fill(model, language, request);
        response.setStatus(problem.status());
        model.addAttribute("status", problem.status());
        model.addAttribute("title", problem.title());
        return new ModelAndView("staff/problem", model.asMap());
    }
}

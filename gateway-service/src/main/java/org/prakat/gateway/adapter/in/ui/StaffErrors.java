package org.prakat.gateway.adapter.in.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.DateText;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What is refused before any page is reached, a form without its token say, is answered with a page too. */
class StaffErrors implements ErrorViewResolver {

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, @Nullable Object> model) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (path == null || !path.toString().startsWith(StaffUi.HOME)) {
            return null;
        }
        Locale language = PageLanguage.chosen(request);
        Map<String, Object> page = new HashMap<>();
        page.put("dates", DateText.in(language));
        page.put("words", new Words(language));
        page.put("path", StaffUi.HOME);
        page.put("errors", ErrorSummary.NONE);
        page.put("status", status.value());
        page.put("title", "");
        return new ModelAndView("staff/problem", page, status);
    }
}

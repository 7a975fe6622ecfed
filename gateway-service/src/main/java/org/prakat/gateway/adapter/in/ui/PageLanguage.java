package org.prakat.gateway.adapter.in.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language of a page: Thai, unless the reader chose English. The program interface goes by {@code Accept-Language}. */
final class PageLanguage implements LocaleResolver {

    static final Locale THAI = Locale.forLanguageTag("th");

    private static final String COOKIE = "prakat-language";
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final AcceptHeaderLocaleResolver programs = new AcceptHeaderLocaleResolver();

    PageLanguage() {
        programs.setDefaultLocale(THAI);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return request.getRequestURI().startsWith(StaffUi.HOME) ? chosen(request) : programs.resolveLocale(request);
    }

    /** What the reader chose, whatever the path. */
    static Locale chosen(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie != null && "en".equals(cookie.getValue()) ? Locale.ENGLISH : THAI;
    }

    @Override
    public void setLocale(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale language) {
        if (response == null) {
            return;
        }
        ResponseCookie cookie = ResponseCookie.from(COOKIE, Locale.ENGLISH.equals(language) ? "en" : "th")
                .path(StaffUi.HOME)
                .sameSite("Lax")
                .secure(request.isSecure())
                .httpOnly(true)
                .maxAge(A_YEAR)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}

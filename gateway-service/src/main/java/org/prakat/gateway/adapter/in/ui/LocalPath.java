package org.prakat.gateway.adapter.in.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Where a person may be sent to: to pages of this workplace, and never to another site. */
final class LocalPath {

    private static final Pattern PAGE = Pattern.compile("/staff(/[a-zA-Z0-9_.-]+)*(\\?[a-zA-Z0-9_.,=&%+-]*)?");

    private LocalPath() {}

    /** The path that was asked for if it is one of ours, the home page otherwise. */
    static String or(@Nullable String asked) {
        return asked != null && PAGE.matcher(asked).matches() && !asked.contains("..") ? asked : StaffUi.HOME;
    }

    /** The sign-in page that leads back to what was to be read. What was to be changed has to be begun anew. */
    static String signInFor(HttpServletRequest request) {
        boolean reading = "GET".equals(request.getMethod());
        String asked = or(reading ? pathOf(request) : null);
        return asked.equals(StaffUi.HOME)
                ? StaffUi.SIGN_IN
                : StaffUi.SIGN_IN + "?next=" + UriUtils.encode(asked, StandardCharsets.UTF_8);
    }

    /** The page that the reader sees; a form that was sent stands on the page of the same path. */
    static String shown(HttpServletRequest request) {
        return or("GET".equals(request.getMethod()) ? pathOf(request) : request.getRequestURI());
    }

    private static String pathOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}

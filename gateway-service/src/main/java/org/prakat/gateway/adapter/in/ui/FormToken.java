package org.prakat.gateway.adapter.in.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.prakat.gateway.adapter.in.SessionFilter;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a page repeats the token of its session: in a header, or in a field of the form. */
final class FormToken {

    private FormToken() {}

    static @Nullable String in(HttpServletRequest request) {
        String header = SessionFilter.inHeader(request);
        if (header != null) {
            return header;
        }
        // A form with files says it in its address: its body is not to be taken in before it is known whose it is.
        return isForm(request) ? request.getParameter(SessionFilter.CSRF_PARAMETER) : inQuery(request);
    }

    static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static @Nullable String inQuery(HttpServletRequest request) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .getFirst(SessionFilter.CSRF_PARAMETER);
    }
}

package org.prakat.gateway.adapter.in.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a form comes from, as every browser says. */
final class Origin {

    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private Origin() {}

    /**
     * Whether nothing says that another site's page sent a form: else that site could sign a visitor in as somebody else and
     * watch what they do (login CSRF). There is no session yet whose token could be repeated.
     */
    static boolean mayBeOurs(HttpServletRequest request) {
        String site = request.getHeader(FETCH_SITE);
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || origin.equals(own(request));
    }

    /** Whether it says that a page of ours sent it. */
    static boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader(FETCH_SITE);
        return site == null ? own(request).equals(request.getHeader(HttpHeaders.ORIGIN)) : site.equals("same-origin");
    }

    private static String own(HttpServletRequest request) {
        UriComponents here = UriComponentsBuilder.fromUri(
                        URI.create(request.getRequestURL().toString()))
                .build();
        int port = here.getPort();
        return here.getScheme() + "://" + here.getHost() + (port < 0 ? "" : ":" + port);
    }
}

package org.prakat.common.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.HttpHeaders;

/**
 * A page of the public site, by all that its answer depends on.
 *
 * @param address path and query as they came
 * @param accept what the caller accepts where that decides what it gets; otherwise empty
 */
public record PublicPage(String address, String accept) {

    private static final int LONGEST = 300;

    public PublicPage {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(accept, "accept");
    }

    public static PublicPage of(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = request.getRequestURI();
        String accept = path.startsWith("/api/") ? request.getHeader(HttpHeaders.ACCEPT) : "";
        return new PublicPage(query == null ? path : path + "?" + query, Objects.requireNonNullElse(accept, ""));
    }

    /** Whether this may be an honest call, which is worth keeping something for. */
    public boolean isShort() {
        return address.length() + accept.length() <= LONGEST;
    }
}

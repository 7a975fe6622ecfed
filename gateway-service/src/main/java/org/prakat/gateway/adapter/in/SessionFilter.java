package org.prakat.gateway.adapter.in;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prakat.gateway.application.SignIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the session of a call. A call that may change something must moreover repeat the session's token, which another site
 * cannot make a browser do (cross-site request forgery).
 */
public final class SessionFilter extends OncePerRequestFilter {

    public static final String CSRF_HEADER = "X-CSRF-TOKEN";
    public static final String CSRF_PARAMETER = "_csrf";

    /** What a page asks for by itself says so by this header: it does not show that somebody is there. */
    public static final String UNATTENDED_HEADER = "X-Prakat-Unattended";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** How a call is answered that does not repeat the token. */
    public interface Forged {

        /** @throws IOException when the caller is gone */
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    /**
     * What differs between programs and pages.
     *
     * @param signInPath where signing in begins a session of its own, so that there is no token to repeat
     * @param repeated where a call repeats the token
     */
    public record Rules(String signInPath, Function<HttpServletRequest, @Nullable String> repeated, Forged forged) {}

    private final SignIn signIn;
    private final Rules rules;

    public SessionFilter(SignIn signIn, Rules rules) {
        this.signIn = signIn;
        this.rules = rules;
    }

    /** Where programs repeat the token: in a header. */
    public static @Nullable String inHeader(HttpServletRequest request) {
        return request.getHeader(CSRF_HEADER);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignIn.Current> current = SessionCookie.read(request)
                .flatMap(token -> isUnattended(request) ? signIn.look(token) : signIn.current(token))
                .map(session -> session.from(request.getRemoteAddr()));
        if (current.isPresent() && isUnsafe(request) && !repeatsToken(request, current.get())) {
            rules.forged().answer(request, response);
            return;
        }
        current.ifPresent(session -> begin(request, session));
        chain.doFilter(request, response);
    }

    private static void begin(HttpServletRequest request, SignIn.Current session) {
        SecurityContextHolder.getContext().setAuthentication(new SessionAuthentication(session));
        // Where Spring's forms look for it.
        request.setAttribute(
                CsrfToken.class.getName(),
                new DefaultCsrfToken(
                        CSRF_HEADER, CSRF_PARAMETER, session.session().csrfToken()));
    }

    /** A browser cannot add headers to the call that opens a stream; what it accepts tells it. */
    private static boolean isUnattended(HttpServletRequest request) {
        return request.getHeader(UNATTENDED_HEADER) != null
                || MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
    }

    private boolean isUnsafe(HttpServletRequest request) {
        boolean signIn =
                "POST".equals(request.getMethod()) && rules.signInPath().equals(request.getRequestURI());
        return !SAFE.contains(request.getMethod()) && !signIn;
    }

    private boolean repeatsToken(HttpServletRequest request, SignIn.Current current) {
        String given = Optional.ofNullable(rules.repeated().apply(request)).orElse("");
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8),
                current.session().csrfToken().getBytes(StandardCharsets.UTF_8));
    }
}

package org.prakat.gateway.adapter.in.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.gateway.adapter.in.SessionAuthentication;
import org.prakat.gateway.adapter.in.SessionCookie;
import org.prakat.gateway.application.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in, sign-out and one's own password. */
@RestController
@RequestMapping("/api/session")
class SessionController {

    /** What a person types to sign in. */
    record Credentials(@Nullable String userName, @Nullable String password) {}

    /** A change of one's own password. */
    record PasswordChange(@Nullable String oldPassword, @Nullable String newPassword) {}

    /** The session: who is signed in, and what unsafe calls must repeat in the header {@code X-CSRF-TOKEN}. */
    record View(Identity identity, String csrfToken) {}

    private final SignIn signIn;

    SessionController(SignIn signIn) {
        this.signIn = signIn;
    }

    @PostMapping
    View signIn(@RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        SignIn.Begun begun =
                orRefuse(signIn.signIn(credentials.userName(), credentials.password(), request.getRemoteAddr()));
        SessionCookie.set(request, response, begun.token());
        return new View(begun.identity(), begun.session().csrfToken());
    }

    @GetMapping
    View current(SessionAuthentication caller) {
        return new View(caller.identity(), caller.current().session().csrfToken());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(token -> signIn.signOut(token, request.getRemoteAddr()));
        SessionCookie.clear(request, response);
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(Identity who, @RequestBody PasswordChange change) {
        orRefuse(signIn.changePassword(who, change.oldPassword(), change.newPassword()));
    }
}

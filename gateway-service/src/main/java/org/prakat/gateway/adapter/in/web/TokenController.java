package org.prakat.gateway.adapter.in.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.gateway.application.AdmitOffices;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Access tokens for programs of other offices: OAuth 2.0 client credentials (RFC 6749, section 4.4), with errors in that
 * document's own form (section 5.2).
 */
@RestController
class TokenController {

    private static final String BASIC = "Basic ";
    private static final int LONGEST_BODY = 4_096;
    private static final String RETRY_AFTER_FAILURES = "300";

    /** What a client sent to be known by. */
    private record Credentials(String clientId, String secret) {}

    /** A token (RFC 6749, section 5.1). */
    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {}

    /** Why there is none (RFC 6749, section 5.2). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TokenError(String error, @JsonProperty("error_description") @Nullable String description) {}

    /** Carries an error out of the reading of a call. */
    private static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        private final String error;

        Wrong(String error, String description) {
            super(description);
            this.error = error;
        }
    }

    private final AdmitOffices offices;
    private final OfficeRate rate;

    TokenController(AdmitOffices offices, OfficeRate rate) {
        this.offices = offices;
        this.rate = rate;
    }

    @PostMapping("/oauth2/token")
    ResponseEntity<Object> token(HttpServletRequest request) throws IOException {
        try {
            Credentials credentials = read(request);
            Result<Identity> client =
                    offices.authenticate(credentials.clientId(), credentials.secret(), request.getRemoteAddr());
            if (client instanceof Result.Refused<Identity> refused) {
                return notAdmitted(refused.refusal());
            }
            Duration wait = rate.take(client.orElseThrow().office());
            if (!wait.isZero()) {
                return tooOften(OfficeRate.seconds(wait));
            }
            AdmitOffices.Issued issued = offices.issue(credentials.clientId());
            return answer(HttpStatus.OK)
                    .body(new Token(issued.token(), "Bearer", issued.lifetime().toSeconds()));
        } catch (Wrong wrong) {
            return answer(HttpStatus.BAD_REQUEST).body(new TokenError(wrong.error, wrong.getMessage()));
        }
    }

    private static Credentials read(HttpServletRequest request) throws Wrong, IOException {
        Map<String, String> form = form(request);
        String grant = form.getOrDefault("grant_type", "");
        if (grant.isEmpty()) {
            throw new Wrong("invalid_request", "grant_type is missing");
        }
        if (!grant.equals("client_credentials")) {
            throw new Wrong("unsupported_grant_type", "only client_credentials is known here");
        }
        if (form.containsKey("scope")) {
            throw new Wrong("invalid_scope", "there are no scopes here");
        }
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return new Credentials(form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""));
        }
        if (form.containsKey("client_secret")) {
            throw new Wrong("invalid_request", "the client authenticates in two ways at once");
        }
        return basic(header);
    }

    /** Only a short form, and nothing of the address, which would stand in logs. */
    private static Map<String, String> form(HttpServletRequest request) throws Wrong, IOException {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            throw new Wrong("invalid_request", "the body must be application/x-www-form-urlencoded");
        }
        if (request.getQueryString() != null) {
            throw new Wrong("invalid_request", "parameters go into the body");
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new Wrong("invalid_request", "the body is too long");
        }
        return parsed(new String(body, StandardCharsets.UTF_8));
    }

    /** A parameter without a value counts as left out, and none may come twice (RFC 6749, section 3.2). */
    private static Map<String, String> parsed(String body) throws Wrong {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String value = parts.length < 2 ? "" : unescaped(parts[1]);
            if (!value.isEmpty() && form.put(unescaped(parts[0]), value) != null) {
                throw new Wrong("invalid_request", "a parameter is there more than once");
            }
        }
        return form;
    }

    private static Credentials basic(String header) throws Wrong {
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw new Wrong("invalid_request", "the client authenticates by Basic or in the form");
        }
        String encoded = header.substring(BASIC.length()).strip();
        try {
            String joined = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            String[] parts = joined.split(":", 2);
            return new Credentials(unescaped(parts[0]), parts.length < 2 ? "" : unescaped(parts[1]));
        } catch (IllegalArgumentException notBase64) {
            throw new Wrong("invalid_request", "the Authorization header cannot be read");
        }
    }

    /** The two parts of Basic are form-encoded too before they are joined (RFC 6749, section 2.3.1). */
    private static String unescaped(String part) throws Wrong {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw new Wrong("invalid_request", "something is not form-encoded");
        }
    }

    private static ResponseEntity<Object> notAdmitted(Refusal refusal) {
        if (refusal.reason() == Reason.TOO_OFTEN) {
            return tooOften(RETRY_AFTER_FAILURES);
        }
        return answer(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"prakat\"")
                .body(new TokenError("invalid_client", null));
    }

    /** RFC 6749 has no error for it at this endpoint; the status says it. */
    private static ResponseEntity<Object> tooOften(String seconds) {
        return answer(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .body(new TokenError("temporarily_unavailable", "too many calls"));
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.PRAGMA, "no-cache");
    }
}

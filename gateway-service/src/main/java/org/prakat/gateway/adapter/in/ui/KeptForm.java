package org.prakat.gateway.adapter.in.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prakat.gateway.adapter.in.SessionFilter;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A form that was sent after its session had ended, as it was typed. It goes along while its sender signs in again, and is then
 * shown to be sent once more. Only what a page of ours sent is kept, so that nobody signs in to send what another site made
 * up; and no passwords.
 *
 * @param fields the values of each, without the token of the session
 */
public record KeptForm(String path, Map<String, List<String>> fields) {

    private static final int MOST = 200_000;
    private static final Set<String> NOT_KEPT = Set.of(StaffUi.SIGN_IN, "/staff/sign-out");

    /** What was sent with a call, if it is a form to be kept. */
    static Optional<KeptForm> of(HttpServletRequest request) {
        boolean navigates = Optional.ofNullable(request.getHeader("Sec-Fetch-Mode"))
                .map("navigate"::equals)
                .orElse(true);
        if (!FormToken.isForm(request) || !navigates || !Origin.isOurs(request)) {
            return Optional.empty();
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        fields.remove(SessionFilter.CSRF_PARAMETER);
        return checked(request.getRequestURI(), fields);
    }

    /** What {@link #text} made; what somebody else made of it is no form. */
    static Optional<KeptForm> parse(@Nullable String text) {
        if (text == null || !text.startsWith(StaffUi.HOME + "/") || text.length() > MOST) {
            return Optional.empty();
        }
        UriComponents parts = UriComponentsBuilder.fromUriString(text).build();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        parts.getQueryParams()
                .forEach((name, values) -> fields.put(
                        decoded(name), values.stream().map(KeptForm::decoded).toList()));
        return checked(Optional.ofNullable(parts.getPath()).orElse(""), fields);
    }

    private static Optional<KeptForm> checked(String path, Map<String, List<String>> fields) {
        boolean secret = fields.keySet().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("password"));
        boolean keepable = path.equals(LocalPath.or(path)) && !NOT_KEPT.contains(path) && !secret && !fields.isEmpty();
        return keepable
                ? Optional.of(new KeptForm(path, fields))
                        .filter(form -> form.text().length() <= MOST)
                : Optional.empty();
    }

    /** As one value of a field. */
    public String text() {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        return pairs.stream().collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(@Nullable String text) {
        return text == null ? "" : UriUtils.decode(text, StandardCharsets.UTF_8);
    }
}

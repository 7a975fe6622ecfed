package org.prakat.common.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Makes problem details (RFC 9457) in the language of the reader. The extension {@code code} is for programs, and
 * {@code faults} names every field that is wrong.
 */
public final class Problems {

    public static final String FORBIDDEN = "FORBIDDEN";

    static final Locale THAI = Locale.forLanguageTag("th");

    private final MessageSource texts;

    /** @param bundles names of resource bundles with the texts of the codes; the first that has a text wins */
    public Problems(List<String> bundles) {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames(bundles.toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(THAI);
        this.texts = source;
    }

    /** The language to answer in: English when it is asked for, Thai otherwise. */
    public static Locale language(Locale asked) {
        return "en".equals(asked.getLanguage()) ? Locale.ENGLISH : THAI;
    }

    public ProblemDetail of(HttpStatus status, String code, Locale locale) {
        return of(status, code, Map.of(), locale);
    }

    private ProblemDetail of(HttpStatus status, String code, Map<String, String> arguments, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(
                URI.create("urn:prakat:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setTitle(text(code, arguments, locale));
        problem.setProperty("code", code);
        return problem;
    }

    public ProblemDetail of(Refusal refusal, Locale locale) {
        ProblemDetail problem = of(status(refusal.reason()), refusal.code(), arguments(refusal), locale);
        if (!refusal.faults().isEmpty()) {
            List<Map<String, String>> faults = new ArrayList<>();
            refusal.faults().forEach(fault -> faults.add(fault(fault, locale)));
            problem.setProperty("faults", faults);
        }
        return problem;
    }

    /** Where the refusal is itself one of its faults, that one tells what to fill in. */
    private static Map<String, String> arguments(Refusal refusal) {
        return refusal.faults().stream()
                .filter(fault -> fault.code().equals(refusal.code()))
                .findFirst()
                .map(Fault::arguments)
                .orElse(Map.of());
    }

    private Map<String, String> fault(Fault fault, Locale locale) {
        return Map.of(
                "field", fault.field(),
                "code", fault.code(),
                "message", text(fault.code(), fault.arguments(), locale));
    }

    /** The text of a code, with {@code {name}} filled in from the arguments; the code itself where there is no text. */
    public String text(String code, Map<String, String> arguments, Locale locale) {
        String text = texts.getMessage(code, null, code, language(locale));
        if (text == null) {
            return code;
        }
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            text = text.replace("{" + argument.getKey() + "}", argument.getValue());
        }
        return text;
    }

    public static HttpStatus status(Refusal.Reason reason) {
        return switch (reason) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case RULE -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNSUPPORTED_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case TOO_OFTEN -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}

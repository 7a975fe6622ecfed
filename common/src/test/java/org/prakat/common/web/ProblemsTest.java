package org.prakat.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

class ProblemsTest {

    private static final Locale THAI = Locale.forLanguageTag("th-TH");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\w+}");
    private static final Pattern THAI_LETTER = Pattern.compile("\\p{IsThai}");

    private final Problems problems =
            new Problems(List.of("org.prakat.common.web.problems", "org.prakat.common.web.files"));

    @ParameterizedTest
    @ValueSource(strings = {"problems", "files"})
    void everyCodeHasATextInBothLanguagesWithTheSameArguments(String bundle) throws IOException {
        Properties thai = read(bundle + "_th");
        Properties english = read(bundle + "_en");

        assertThat(thai.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String code : thai.stringPropertyNames()) {
            assertThat(thai.getProperty(code)).as(code).containsPattern(THAI_LETTER);
            assertThat(english.getProperty(code)).as(code).isNotBlank().doesNotContainPattern(THAI_LETTER);
            assertThat(arguments(thai.getProperty(code))).as(code).isEqualTo(arguments(english.getProperty(code)));
        }
    }

    /** What Spring MVC itself may answer, see ResponseEntityExceptionHandler. */
    static Stream<HttpStatus> ofSpring() {
        return Stream.of(
                HttpStatus.BAD_REQUEST,
                HttpStatus.NOT_FOUND,
                HttpStatus.METHOD_NOT_ALLOWED,
                HttpStatus.NOT_ACCEPTABLE,
                HttpStatus.CONTENT_TOO_LARGE,
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                HttpStatus.PRECONDITION_REQUIRED,
                HttpStatus.INTERNAL_SERVER_ERROR,
                HttpStatus.SERVICE_UNAVAILABLE);
    }

    @ParameterizedTest
    @MethodSource("ofSpring")
    void everyStatusThatTheFrameworkAnswersHasAText(HttpStatus status) {
        assertThat(problems.of(status, status.name(), THAI).getTitle()).containsPattern(THAI_LETTER);
    }

    @ParameterizedTest
    @CsvSource({"en, en", "en-GB, en", "th, th", "th-TH, th", "fr, th", "de-CH, th", "'', th"})
    void theLanguageIsEnglishWhereThatIsAskedForAndThaiOtherwise(String asked, String given) {
        assertThat(Problems.language(Locale.forLanguageTag(asked)).getLanguage())
                .isEqualTo(given);
    }

    @Test
    void aRefusalSaysItsCodeAndWhatIsWrongWithEachField() {
        Refusal refusal = Refusal.invalid(
                List.of(new Fault("title", "REQUIRED"), new Fault("remark", "TOO_LONG", Map.of("max", "200"))));

        ProblemDetail problem = problems.of(refusal, Locale.ENGLISH);

        assertThat(problem.getStatus()).isEqualTo(400);
        assertThat(problem.getType()).hasToString("urn:prakat:problem:invalid-input");
        assertThat(problem.getTitle()).isEqualTo("Some fields need your attention");
        assertThat(problem.getProperties()).containsEntry("code", "INVALID_INPUT");
        assertThat(Objects.requireNonNull(problem.getProperties()).get("faults"))
                .isEqualTo(List.of(
                        Map.of("field", "title", "code", "REQUIRED", "message", "Must be filled in"),
                        Map.of("field", "remark", "code", "TOO_LONG", "message", "At most 200 characters")));
        assertThat(problems.of(refusal, THAI).getTitle()).containsPattern(THAI_LETTER);
    }

    @Test
    void theTitleHasItsArgumentsFilledIn() {
        Refusal tooLarge = new Refusal(
                Reason.TOO_LARGE,
                "FILE_TOO_LARGE",
                List.of(new Fault("file", "FILE_TOO_LARGE", Map.of("max", "50 MB"))));

        assertThat(problems.of(tooLarge, Locale.ENGLISH).getTitle()).isEqualTo("The file is larger than 50 MB");
    }

    @Test
    void aCodeWithoutATextIsItsOwnText() {
        assertThat(problems.text("NO_SUCH_CODE", Map.of(), THAI)).isEqualTo("NO_SUCH_CODE");
    }

    @ParameterizedTest
    @EnumSource
    void noReasonToRefuseIsAFailureOfOursButAnOutage(Reason reason) {
        HttpStatus status = Problems.status(reason);

        assertThat(status.is5xxServerError()).isEqualTo(reason == Reason.UNAVAILABLE);
        assertThat(status.isError()).isTrue();
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private Properties read(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Problems.class.getResourceAsStream(bundle + ".properties"), bundle),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}

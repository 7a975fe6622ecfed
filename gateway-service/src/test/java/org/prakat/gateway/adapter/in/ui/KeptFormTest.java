package org.prakat.gateway.adapter.in.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;

class KeptFormTest {

    private static final String PATH = "/staff/requests/r1/details";

    @Test
    void aFormIsKeptAsItWasTypedWithoutItsToken() {
        MockHttpServletRequest request = sent(PATH);
        request.addParameter("title", "หัวข้อ & \"คำพูด\" = + ?");
        request.addParameter("code", "INCORRECT", "OTHER");
        request.addParameter("_csrf", "token");

        KeptForm kept = KeptForm.of(request).orElseThrow();

        assertThat(kept)
                .isEqualTo(new KeptForm(
                        PATH,
                        Map.of("title", List.of("หัวข้อ & \"คำพูด\" = + ?"), "code", List.of("INCORRECT", "OTHER"))));
        assertThat(KeptForm.parse(kept.text())).contains(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site,cross-site",
        "Sec-Fetch-Site,same-site",
        "Origin,https://evil.example",
        "Sec-Fetch-Mode,cors",
        "Content-Type,multipart/form-data"
    })
    void onlyWhatAPageOfOursSentIsKept(String header, String value) {
        MockHttpServletRequest request = sent(PATH);
        request.addParameter("title", "x");
        request.removeHeader(header);
        request.addHeader(header, value);
        if (header.equals("Content-Type")) {
            request.setContentType(value);
        }

        assertThat(KeptForm.of(request)).isEmpty();
    }

    @Test
    void whatDoesNotSayWhereItComesFromIsNotKept() {
        MockHttpServletRequest request = sent(PATH);
        request.addParameter("title", "x");
        request.removeHeader("Origin");

        assertThat(KeptForm.of(request)).isEmpty();
    }

    @Test
    void noPasswordIsKept() {
        MockHttpServletRequest request = sent("/staff/profile/password");
        request.addParameter("newPassword", "secret");

        assertThat(KeptForm.of(request)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/staff?a=b",
                "//evil.example/staff?a=b",
                "/api/requests?a=b",
                "/staff/sign-out?a=b",
                "/staff/requests/r1",
                "/staff/profile/password?oldPassword=x"
            })
    void whatSomebodyMadeUpIsNoForm(String text) {
        assertThat(KeptForm.parse(text)).isEmpty();
    }

    private static MockHttpServletRequest sent(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setContentType(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        request.addHeader("Origin", "http://localhost");
        return request;
    }
}

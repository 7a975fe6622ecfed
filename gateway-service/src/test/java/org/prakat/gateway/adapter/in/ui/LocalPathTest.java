package org.prakat.gateway.adapter.in.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Nobody is sent to another site. */
class LocalPathTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/",
                "//evil.example",
                "https://evil.example/staff",
                "/staff//evil.example",
                "/staff@evil.example",
                "/staff.evil.example",
                "/staff\\evil",
                "/staff/../api/session",
                "/staff/x\r\nSet-Cookie: a=b",
                "/api/requests"
            })
    void whatIsNotAPageOfOursLeadsHome(String asked) {
        assertThat(LocalPath.or(asked)).isEqualTo("/staff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/staff", "/staff/requests", "/staff/requests/8w2x4c/files", "/staff/requests?cursor=a.b-1"})
    void ourPagesAreKept(String asked) {
        assertThat(LocalPath.or(asked)).isEqualTo(asked);
    }

    @Test
    void signingInLeadsBackToWhatWasReadButNotToWhatWasSent() {
        MockHttpServletRequest read = new MockHttpServletRequest("GET", "/staff/requests");
        read.setQueryString("cursor=x");
        MockHttpServletRequest sent = new MockHttpServletRequest("POST", "/staff/requests/new");

        assertThat(LocalPath.signInFor(read)).isEqualTo("/staff/sign-in?next=%2Fstaff%2Frequests%3Fcursor%3Dx");
        assertThat(LocalPath.signInFor(sent)).isEqualTo("/staff/sign-in");
    }
}

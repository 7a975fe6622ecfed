package org.prakat.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AboutRequestTest {

    @ParameterizedTest
    @CsvSource({
        "/api/requests/7c5czb081dkp,                7c5czb081dkp",
        "/api/requests/7c5czb081dkp/submission,     7c5czb081dkp",
        "/api/approvals/7c5czb081dkp-2/approval,    7c5czb081dkp",
        "/api/publications/7c5czb081dkp/hold,       7c5czb081dkp",
        "/staff/requests/7c5czb081dkp/edit,         7c5czb081dkp",
        "/items/7c5czb081dkp,                       7c5czb081dkp",
        "/api/requests,                             ",
        "/api/requests/มาลี,                          ",
        "/api/requests/%E0%B8%A1%E0%B8%B2,          ",
        "/api/requests/7c5czb081dkp0000,            ",
        "/api/admin/accounts/7c5czb081dkp,          ",
    })
    void whatIsLoggedDuringACallNamesTheRequestThatItIsAbout(String path, String requestId) throws Exception {
        AtomicReference<String> logged = new AtomicReference<>();

        new AboutRequest()
                .doFilter(
                        new MockHttpServletRequest("GET", path),
                        new MockHttpServletResponse(),
                        (request, response) -> logged.set(MDC.get("requestId")));

        assertThat(logged.get()).isEqualTo(requestId);
        assertThat(MDC.get("requestId")).isNull();
    }
}

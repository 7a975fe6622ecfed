package org.prakat.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FarewellTest {

    private final Farewell farewell = new Farewell(Duration.ZERO);

    @Test
    void whoStaysKeepsConnectionsOpen() throws Exception {
        farewell.start();

        assertThat(connection()).isNull();
    }

    @Test
    void whoLeavesStillAnswersAndClosesTheConnectionWithIt() throws Exception {
        farewell.start();

        farewell.stop();

        assertThat(connection()).isEqualTo("close");
        assertThat(farewell.isRunning()).isFalse();
    }

    private String connection() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        farewell.doFilter(new MockHttpServletRequest(), response, chain);
        assertThat(chain.getRequest()).isNotNull();
        return response.getHeader(HttpHeaders.CONNECTION);
    }
}

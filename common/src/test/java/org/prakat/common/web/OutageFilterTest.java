package org.prakat.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class OutageFilterTest {

    private final OutageFilter filter = new OutageFilter(
            new ProblemWriter(new Problems(List.of("org.prakat.common.web.problems")), JsonMapper.shared()));

    @Test
    void aFilterThatNeedsTheDatabaseWhileItIsOutIsNoFaultOfTheCaller() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();

        filter.doFilter(new MockHttpServletRequest(), response, (request, answer) -> {
            throw new MongoTimeoutException("nobody there");
        });

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
    }
}

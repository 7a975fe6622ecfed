package org.prakat.common.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscreetLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the events of requests 7c5czb081dkp wait: TimeoutException: no metadata after 60000 ms | the events of requests 7c5czb081dkp wait: TimeoutException: no metadata after 60000 ms
                    partition request.events.v1-0@123 is read on                 | partition request.events.v1-0@123 is read on
                    cannot read "ประกาศ ของมาลี.pdf"                                | cannot read "... ....pdf"
                    I/O error on GET for "http://a:80/files/%E0%B8%81%E0%B8%82.pdf" | I/O error on GET for "http://a:80/files/....pdf"
                    550 5.1.1 <somchai.j@health.go.th> User unknown              | 550 5.1.1 <...> User unknown
                    """)
    void whatAPersonMayHaveTypedIsLeftOut(String logged, String told) {
        assertThat(DiscreetLine.of(logged)).isEqualTo(told);
    }

    @Test
    void aLineIsBounded() {
        assertThat(DiscreetLine.of("x".repeat(1_000_000))).hasSizeLessThan(DiscreetLine.LONGEST_TEXT + 10);
    }

    @Test
    void soIsWhatIsToldOfAnException() {
        Throwable deep = new IllegalStateException("somchai");
        for (int i = 0; i < 1000; i++) {
            deep = new IllegalStateException("somchai", deep);
        }

        assertThat(DiscreetLine.stackOf(deep))
                .startsWith("java.lang.IllegalStateException")
                .hasSizeLessThan(DiscreetLine.LONGEST_STACK + 10)
                .doesNotContain("somchai");
    }
}

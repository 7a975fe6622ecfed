package org.prakat.request.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SenderTest {

    private static final Contact CONTACT = new Contact("สมหญิง", "นักวิชาการ", null, null);

    @Test
    void theSameEventMakesTheSameRequestForEver() {
        assertThat(new Sender("phu-kradueng", "office-client/web", "e-1", CONTACT).requestId())
                .isEqualTo(Sender.requestId("phu-kradueng", "e-1"))
                .matches("[0-9a-hjkmnp-tv-z]{20}")
                .as("it stands in records: it must not change")
                .isEqualTo("xpvspp3tk25eb1xve97y");
    }

    @Test
    void otherEventsMakeOtherRequests() {
        Set<String> ids = new HashSet<>();
        for (String office : new String[] {"a1", "a2", "b1"}) {
            for (int i = 0; i < 1_000; i++) {
                ids.add(Sender.requestId(office, "event-" + i));
            }
        }

        assertThat(ids).hasSize(3_000);
    }
}

package org.prakat.gateway.adapter.in.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditFilterTest {

    private static final Words WORDS = new Words(Locale.forLanguageTag("th"));

    @ParameterizedTest
    @CsvSource({
        "request-service, 7k2m9x0q4rtw, requests/7k2m9x0q4rtw",
        "approval-service, 7k2m9x0q4rtw, approval_cases/7k2m9x0q4rtw",
        "publishing-service, 7k2m9x0q4rtw, publications/7k2m9x0q4rtw",
        "publishing-service, publications/7k2m9x0q4rtw/2, publications/7k2m9x0q4rtw/2",
        "gateway-service, accounts/officer, accounts/officer",
        "gateway-service, offices, offices"
    })
    void theNumberOfARequestFindsWhatEachTrailHasOfIt(String trail, String typed, String asked) {
        AuditFilter filter = new AuditFilter(trail, typed, null, null, null, null);

        assertThat(filter.query(WORDS, new ArrayList<>()).about()).isEqualTo(asked);
    }

    @Test
    void itGoesAlongToAnotherTrail() {
        DateInput first = new DateInput("1", "11", "2569");
        AuditFilter filter = new AuditFilter("request-service", "7k2m9x0q4rtw", "officer", "x.y.v1", first, null);

        assertThat(filter.in("approval-service"))
                .isEqualTo("/staff/audit?service=approval-service&about=7k2m9x0q4rtw&by=officer"
                        + "&from.day=1&from.month=11&from.year=2569");
        assertThat(new AuditFilter("request-service", "requests/7k2m9x0q4rtw", null, null, null, null)
                        .in("approval-service"))
                .as("what only this trail calls so stays here")
                .isEqualTo("/staff/audit?service=approval-service");
    }
}

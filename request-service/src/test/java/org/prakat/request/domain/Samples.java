package org.prakat.request.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.DataPeriod;
import org.prakat.common.event.Due;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.Text;
import org.prakat.common.event.WorkGroupDefined;

/** Requests as an officer would make them on 25 November 2569. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    public static final Person MALEE = new Person("malee", "มาลี ใจดี", "นักวิชาการสาธารณสุข");
    public static final String OFFICE = "wang-saphung";
    public static final WorkGroupDefined FINANCE =
            new WorkGroupDefined("finance", 1, OFFICE, new Text("กลุ่มงานบริหาร", "Administration"));
    public static final CategoryDefined PROCUREMENT = new CategoryDefined(
            "procurement",
            1,
            OFFICE,
            new Text("การจัดซื้อจัดจ้าง", "Procurement"),
            1,
            List.of(guideline(Set.of())),
            true);
    public static final FormRules RULES = new FormRules(OFFICE, Optional.of(FINANCE), Optional.of(PROCUREMENT), TODAY);

    public static final Doubts NONE = new Doubts(Optional.empty(), Map.of(), TODAY);
    public static final Due DUE = new Due(Instant.parse("2026-11-26T01:30:00Z"), Instant.parse("2026-11-26T17:00:00Z"));

    private Samples() {}

    static Guideline guideline(Set<String> requiredFields) {
        return new Guideline(
                1,
                TODAY.minusYears(1),
                requiredFields,
                List.of("pdf", "xlsx"),
                1_000_000,
                3,
                PublicationPeriod.days(90),
                PublicationPeriod.years(1),
                null,
                null);
    }

    public static Draft draft() {
        return new Draft(
                "ประกาศผลการจัดซื้อ",
                "สรุปผลการจัดซื้อจัดจ้าง",
                "finance",
                "procurement",
                "งานพัสดุ",
                new DataPeriod(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)),
                LocalDate.of(2026, 11, 27),
                PublicationPeriod.days(90),
                "https://example.go.th/p",
                null,
                false,
                null,
                List.of());
    }

    public static Attachment file(String id) {
        return new Attachment(id, id + ".pdf", "pdf", "application/pdf", 10, 1, "ab".repeat(32), "r1/" + id);
    }

    static PublicationRequest begun() {
        return PublicationRequest.begin("r1", OFFICE, MALEE, draft(), NOW)
                .orElseThrow()
                .state();
    }

    public static PublicationRequest submitted() {
        return begun().submit(RULES, NONE, DUE, NOW).orElseThrow().state();
    }
}

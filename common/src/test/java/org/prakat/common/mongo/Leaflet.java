package org.prakat.common.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.event.Person;
import org.prakat.common.event.RequestWithdrawn;

/** An aggregate with a component of each type that states may have, and one rule: at most so many copies. */
public record Leaflet(
        String id,
        int copies,
        int most,
        long bytes,
        boolean coloured,
        Instant printedAt,
        LocalDate day,
        Paper paper,
        Person printer,
        List<Person> readers,
        Map<String, String> remarks,
        @Nullable String sponsor) {

    public enum Paper {
        WHITE,
        YELLOW
    }

    static final Person MALEE = new Person("st-0001", "นางสาวมาลี ใจดี", "นักวิชาการสาธารณสุข");

    /** Leaflets in their collection, each told of in the audit trail of its sponsor. */
    static AggregateCollection<Leaflet> in(AggregateStorage storage) {
        return new AggregateCollection<>(
                storage,
                "leaflets",
                Leaflet.class,
                new AggregateCollection.Audited<>(leaflet -> TestDatabase.CALLER.office(), "paper"));
    }

    static Leaflet of(String id, int most) {
        return new Leaflet(
                id,
                0,
                most,
                5_000_000_000L,
                true,
                Instant.parse("2026-11-25T03:04:05.678Z"),
                LocalDate.of(2026, 11, 25),
                Paper.YELLOW,
                MALEE,
                List.of(MALEE, new Person("st-0002", "นายสมชาย รักงาน", "หัวหน้ากลุ่มงาน")),
                Map.of("ภาษา", "ไทย"),
                null);
    }

    /** One copy more, told as an event whose revision is the number of copies. */
    Result<Change<Leaflet>> copied() {
        if (copies == most) {
            return Result.refused(Reason.RULE, "NO_PAPER_LEFT");
        }
        Leaflet copied = new Leaflet(
                id, copies + 1, most, bytes, coloured, printedAt, day, paper, printer, readers, remarks, sponsor);
        return Result.ok(new Change<>(copied, copied.event("copied")));
    }

    RequestWithdrawn event(String explanation) {
        return new RequestWithdrawn(id, copies, MALEE, explanation);
    }
}

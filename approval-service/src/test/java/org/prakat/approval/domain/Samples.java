package org.prakat.approval.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.ContentDigest;
import org.prakat.common.event.DataPeriod;
import org.prakat.common.event.Due;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.RequestForm;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.Text;
import org.prakat.common.event.Warning;
import org.prakat.common.event.WorkGroupDefined;

/** What comes before an approver on 25 November 2569. */
public final class Samples {

    public static final String OFFICE = "wang-saphung";
    public static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    public static final Person MALEE = new Person("malee", "มาลี ใจดี", "นักวิชาการ");
    public static final Person HEAD = new Person("head", "สมชาย รักงาน", "หัวหน้ากลุ่มงาน");
    public static final Person WEBMASTER = new Person("webmaster", "วิชัย ขยัน", "นักวิชาการคอมพิวเตอร์");
    public static final WorkGroupDefined GROUP =
            new WorkGroupDefined("health", 1, OFFICE, new Text("กลุ่มงาน", "Group"));
    public static final CategoryDefined NEWS = new CategoryDefined(
            "news", 1, OFFICE, new Text("ข่าว", "News"), 1, List.of(guideline(List.of("pdf"), 1_000_000)), true);
    public static final AppointmentOrderDefined HEADS_ORDER = order("order-1", "head", Duty.APPROVE, false);
    public static final Attachment PDF =
            new Attachment("f1", "ประกาศ.pdf", "pdf", "application/pdf", 10, 1, "ab".repeat(32), "r1/f1");

    public static final Due DUE = new Due(Instant.parse("2026-11-26T01:30:00Z"), Instant.parse("2026-11-26T17:00:00Z"));
    public static final Authority HEADS = new Authority(HEADS_ORDER.reference(), null);
    public static final ReasonsDefined REASONS = ReasonsDefined.ofTheProcedure(OFFICE);
    /** Who calls, where that is not what is tested. */
    public static final Identity CALLER = new Identity(MALEE, OFFICE, "health", Set.of(Role.OFFICER));

    private Samples() {}

    static Guideline guideline(List<String> extensions, long maxSize) {
        return new Guideline(
                1,
                TODAY.minusYears(1),
                Set.of(),
                extensions,
                maxSize,
                5,
                PublicationPeriod.days(30),
                PublicationPeriod.days(180),
                null,
                null);
    }

    /** The head's deputy, while the head is away. */
    public static AppointmentOrderDefined deputysOrder() {
        return new AppointmentOrderDefined(
                "order-15",
                1,
                "15/2569",
                TODAY,
                "acting",
                OFFICE,
                "health",
                Set.of(Duty.APPROVE),
                "head",
                "ACTING_ON_BEHALF",
                TODAY,
                null,
                false);
    }

    public static VerbalRecord verbalRecord() {
        return new VerbalRecord(
                "head", NOW, "TELEPHONE", "นายวิชัยอยู่ด้วย", "news", PublicationPeriod.days(30), "webmaster", null);
    }

    public static Confirmation confirmation() {
        return new Confirmation(true, null, true, "ตรวจแล้ว", List.of());
    }

    public static AppointmentOrderDefined order(String id, String holder, Duty duty, boolean revoked) {
        return new AppointmentOrderDefined(
                id,
                revoked ? 2 : 1,
                "12/2569",
                TODAY,
                holder,
                OFFICE,
                "health",
                Set.of(duty),
                null,
                null,
                TODAY,
                null,
                revoked);
    }

    public static RequestSubmitted submitted(String id, Person requester, boolean urgent) {
        return submitted(id, requester, urgent, List.of());
    }

    public static RequestSubmitted submitted(String id, Person requester, boolean urgent, List<Warning> warnings) {
        RequestForm form = new RequestForm(
                "ข่าวประชาสัมพันธ์",
                "สรุป",
                OFFICE,
                "health",
                "news",
                "กลุ่มงาน",
                new DataPeriod(TODAY.minusDays(9), TODAY.minusDays(1)),
                null,
                PublicationPeriod.days(30),
                null,
                null,
                urgent,
                null,
                List.of());
        List<Attachment> files = List.of(PDF);
        return new RequestSubmitted(id, 1, requester, form, files, ContentDigest.of(form, files), 1, warnings, DUE);
    }

    static ApprovalCase pending() {
        return ApprovalCase.of(submitted("r1", MALEE, false), NOW);
    }

    public static Approval approval() {
        return new Approval(
                true,
                null,
                true,
                "ตรวจกับต้นฉบับแล้ว",
                List.of(),
                "news",
                PublicationPeriod.days(30),
                "webmaster",
                "เห็นชอบ");
    }

    static Assignment.Facts facts() {
        return new Assignment.Facts(Optional.of(NEWS), Optional.of(WEBMASTER), TODAY);
    }
}

package org.prakat.publishing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Result;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.Approved;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.Check;
import org.prakat.common.event.Concern;
import org.prakat.common.event.ContentDigest;
import org.prakat.common.event.DataPeriod;
import org.prakat.common.event.Due;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.OfficeRules;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.RequestForm;
import org.prakat.common.event.VerbalApproval;

/** What approvers hand over on 25 November 2569, at ten in the morning. */
public final class Samples {

    public static final String OFFICE = "wang-saphung";
    public static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    public static final Person MALEE = new Person("malee", "มาลี ใจดี", "นักวิชาการ");
    public static final Person HEAD = new Person("head", "สมชาย รักงาน", "หัวหน้ากลุ่มงาน");
    public static final Person WEBMASTER = new Person("webmaster", "วิชัย ขยัน", "นักวิชาการคอมพิวเตอร์");
    public static final AppointmentOrderDefined WEBMASTERS_ORDER = new AppointmentOrderDefined(
            "order-2",
            1,
            "13/2569",
            TODAY,
            "webmaster",
            OFFICE,
            null,
            Set.of(Duty.PUBLISH, Duty.REMOVE),
            null,
            null,
            TODAY,
            null,
            false);
    public static final Optional<AppointmentOrderDefined> ORDER = Optional.of(WEBMASTERS_ORDER);

    private Samples() {}

    public static final Due DUE = new Due(NOW.plusSeconds(22_500), NOW.plusSeconds(36_000));
    public static final Guideline GUIDELINE = new Guideline(
            1,
            TODAY.minusYears(1),
            Set.of(),
            List.of("pdf"),
            10,
            1,
            PublicationPeriod.days(30),
            PublicationPeriod.days(30),
            90,
            365);
    public static final SiteRules RULES = new SiteRules(OfficeRules.DEFAULT, GUIDELINE);

    public static Approved approved(
            String id, int revision, String title, String category, PublicationPeriod period, List<Attachment> files) {
        return approved(id, revision, title, category, period, files, null, null);
    }

    /** What the approver allowed about something on the site. */
    public static Approved amendment(String id, Concern concern, PublicationPeriod period, List<Attachment> files) {
        return approved(id, 1, "แก้ไขของ " + concern.publication(), "news", period, files, concern, null);
    }

    /** What the approver allowed by word of mouth; to be confirmed by the end of the next day. */
    public static Approved verbally(String id, Instant now) {
        Instant tomorrow = OfficeZone.startOf(OfficeZone.dateOf(now).plusDays(2));
        VerbalApproval verbal =
                new VerbalApproval(MALEE, now, "TELEPHONE", "พยาน", new Due(tomorrow.minusSeconds(55_800), tomorrow));
        return approved(id, 1, "ด่วน " + id, "news", PublicationPeriod.days(30), List.of(), null, verbal);
    }

    private static Approved approved(
            String id,
            int revision,
            String title,
            String category,
            PublicationPeriod period,
            List<Attachment> files,
            @Nullable Concern concern,
            @Nullable VerbalApproval verbal) {
        RequestForm form = new RequestForm(
                title,
                "สรุปของ " + title,
                OFFICE,
                "health",
                category,
                "กลุ่มงานส่งเสริมสุขภาพ",
                new DataPeriod(TODAY.minusDays(9), TODAY.minusDays(1)),
                null,
                period,
                "https://example.go.th/x",
                "หมายเหตุ",
                verbal != null,
                concern,
                List.of());
        return new Approved(
                id,
                revision,
                MALEE,
                HEAD,
                new OrderReference("order-1", "12/2569"),
                List.of(new Check("2.1", null), new Check("2.2", null)),
                category,
                period,
                WEBMASTER,
                null,
                form,
                files,
                ContentDigest.of(form, files),
                1,
                List.of(),
                null,
                verbal,
                DUE);
    }

    public static Publication assigned(String id, String category, PublicationPeriod period) {
        return Publication.of(id, Assignment.of(approved(id, 1, "ข่าว " + id, category, period, List.of())), NOW);
    }

    static Publication assigned() {
        return assigned("r1", "news", PublicationPeriod.days(30));
    }

    static Publication published() {
        return publish(assigned());
    }

    static Publication publish(Publication item) {
        return new Publishing(item, RULES)
                .publish(WEBMASTER, ORDER, new Publishing.Instruction(true, null, null), 1, NOW)
                .orElseThrow()
                .state();
    }

    static String refusal(Result<?> result) {
        Refusal refusal = ((Result.Refused<?>) result).refusal();
        return refusal.reason() + " " + refusal.code();
    }
}

package org.prakat.common.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prakat.common.calendar.OfficeZone;

/** One event of each type, as the golden files hold them. */
public final class SampleEvents {

    private static final String REQUEST = "k3v9q2m7x0ab";
    private static final Person OFFICER = new Person("st-0001", "นางสาวมาลี ใจดี", "นักวิชาการสาธารณสุขปฏิบัติการ");
    private static final Person HEAD = new Person("st-0002", "นายสมชาย รักงาน", "หัวหน้ากลุ่มงาน");
    private static final Person WEBMASTER = new Person("st-0003", "นายวิชัย ขยัน", "นักวิชาการคอมพิวเตอร์");
    private static final Person ADMINISTRATOR = new Person("st-0005", "นางสุดา ดูแลดี", "ผู้ดูแลระบบ");
    private static final String AMENDMENT = "h7c2w9f4t1yz";
    private static final OrderReference HEADS_ORDER = new OrderReference("or-0001", "12/2569");
    private static final OrderReference WEBMASTERS_ORDER = new OrderReference("or-0002", "13/2569");
    private static final RequestForm FORM = new RequestForm(
            "ประกาศผลการจัดซื้อเวชภัณฑ์ ไตรมาสที่ ๑",
            "สรุปผลการจัดซื้อจัดจ้างของหน่วยงาน",
            "wang-saphung",
            "administration",
            "procurement",
            "งานพัสดุ สำนักงานสาธารณสุขอำเภอวังสะพุง",
            new DataPeriod(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)),
            LocalDate.of(2026, 11, 27),
            PublicationPeriod.days(90),
            "https://example.go.th/procurement",
            "ขอเผยแพร่ก่อนสิ้นเดือน",
            true,
            new Concern(Concern.Kind.REPLACE, "h7c2w9f4t1yz"),
            List.of(new EvidenceTag("MOIT 5", 2570, 1)));
    private static final List<Attachment> ATTACHMENTS = List.of(new Attachment(
            "f1",
            "ประกาศผล.pdf",
            "pdf",
            "application/pdf",
            48_213,
            1,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "k3v9q2m7x0ab/f1"));
    private static final Instant PUBLISHED_FROM = Instant.parse("2026-11-27T02:00:00Z");
    private static final Instant EXPIRES_AT = Instant.parse("2027-02-28T17:00:00Z");
    private static final List<Instant> REMIND_AT =
            List.of(Instant.parse("2027-01-30T01:30:00Z"), Instant.parse("2027-02-22T01:30:00Z"));
    private static final Due DUE = due("2026-11-26");
    private static final List<RejectionReason> REASONS =
            List.of(new RejectionReason("INCORRECT", "ยอดรวมไม่ตรงกับเอกสารแนบ"));
    private static final List<Check> CHECKS = List.of(new Check("2.1", null), new Check("2.2", "ตรวจกับต้นฉบับแล้ว"));
    private static final String DIGEST = ContentDigest.of(FORM, ATTACHMENTS);

    private static final List<Event> ALL = List.of(
            new RequestSubmitted(
                    REQUEST,
                    1,
                    OFFICER,
                    FORM,
                    ATTACHMENTS,
                    DIGEST,
                    3,
                    List.of(new Warning("LIKELY_DUPLICATE", "title", "h7c2w9f4t1yz")),
                    DUE),
            new RequestWithdrawn(REQUEST, 1, OFFICER, "ส่งผิดฉบับ"),
            new Approved(
                    REQUEST,
                    1,
                    OFFICER,
                    HEAD,
                    HEADS_ORDER,
                    CHECKS,
                    "procurement",
                    PublicationPeriod.until(LocalDate.of(2027, 2, 28)),
                    WEBMASTER,
                    "เห็นชอบ",
                    FORM,
                    ATTACHMENTS,
                    DIGEST,
                    3,
                    List.of(new WarningAnswer("LIKELY_DUPLICATE", "title", "เป็นฉบับแก้ไขของเรื่องเดิม")),
                    new ActingFor(HEAD, "ACTING_ON_BEHALF"),
                    new VerbalApproval(
                            WEBMASTER,
                            Instant.parse("2026-11-25T02:30:00Z"),
                            "TELEPHONE",
                            "นางสาวมาลี ใจดี อยู่ด้วย",
                            DUE),
                    due("2026-11-27")),
            new Rejected(
                    REQUEST,
                    1,
                    HEAD,
                    HEADS_ORDER,
                    List.of(new RejectionReason("NOT_OUR_MISSION", "ไม่เกี่ยวข้องกับภารกิจของหน่วยงาน"))),
            new PublicationScheduled(REQUEST, 1, WEBMASTER, WEBMASTERS_ORDER, Instant.parse("2026-11-27T02:00:00Z")),
            new Published(
                    REQUEST,
                    1,
                    WEBMASTER,
                    WEBMASTERS_ORDER,
                    FORM.title(),
                    "procurement",
                    2570,
                    17,
                    "/items/" + REQUEST,
                    PUBLISHED_FROM,
                    EXPIRES_AT,
                    REMIND_AT,
                    due("2027-02-25")),
            new Returned(
                    REQUEST,
                    1,
                    WEBMASTER,
                    WEBMASTERS_ORDER,
                    List.of(new RejectionReason("INCORRECT", "ยอดรวมไม่ตรงกับเอกสารแนบ"))),
            new Removed(REQUEST, 1, Removed.Cause.EXPIRED, EXPIRES_AT, Instant.parse("2032-02-28T17:00:00Z")),
            new ChangesRequested(REQUEST, 1, HEAD, HEADS_ORDER, REASONS),
            new VerbalApprovalConfirmed(REQUEST, 1, HEAD, HEADS_ORDER, CHECKS, DIGEST),
            new VerbalApprovalRefused(REQUEST, 1, HEAD, HEADS_ORDER, REASONS),
            new ApprovalHandedOver(REQUEST, 1, HEAD, ADMINISTRATOR, "หัวหน้ากลุ่มงานไปราชการ"),
            new ReturnedToApprover(REQUEST, 1, WEBMASTER, WEBMASTERS_ORDER, REASONS, due("2026-11-27")),
            new ScheduleCancelled(REQUEST, 1, WEBMASTER, WEBMASTERS_ORDER, due("2026-11-27")),
            new Corrected(REQUEST, 1, WEBMASTER, WEBMASTERS_ORDER, "title", "ประกาศผลการจัดซื้", FORM.title(), HEAD),
            new CurrencyConfirmed(REQUEST, 1, WEBMASTER, Instant.parse("2026-12-25T03:00:00Z"), due("2027-03-25")),
            new Extended(REQUEST, 1, AMENDMENT, WEBMASTER, WEBMASTERS_ORDER, EXPIRES_AT, REMIND_AT),
            new Replaced(
                    REQUEST,
                    1,
                    AMENDMENT,
                    WEBMASTER,
                    WEBMASTERS_ORDER,
                    FORM.title(),
                    PUBLISHED_FROM,
                    EXPIRES_AT,
                    REMIND_AT,
                    due("2027-02-25")),
            new TakenDown(
                    REQUEST,
                    1,
                    Removed.Cause.PERSONAL_DATA,
                    "มีเลขประจำตัวประชาชน",
                    WEBMASTER,
                    WEBMASTERS_ORDER,
                    AMENDMENT,
                    PUBLISHED_FROM),
            new Suspended(REQUEST, 1, PUBLISHED_FROM),
            new Resumed(REQUEST, 1, PUBLISHED_FROM),
            new RemovalHeld(REQUEST, 1, WEBMASTER, WEBMASTERS_ORDER, "เป็นหลักฐานการประเมิน"),
            new HoldReleased(REQUEST, 1, WEBMASTER, WEBMASTERS_ORDER, EXPIRES_AT),
            new ArchiveDeleted(REQUEST, 1, EXPIRES_AT),
            new ExpiryNear(REQUEST, 1, EXPIRES_AT),
            new StepDueSoon(REQUEST, 1, ProcedureStep.APPROVAL, DUE.at()),
            new StepOverdue(REQUEST, 1, ProcedureStep.CONFIRMATION, DUE.at()),
            new RetentionEnded(REQUEST, 1, EXPIRES_AT),
            new PublicHolidaysDefined(
                    "wang-saphung",
                    1,
                    List.of(new PublicHolidaysDefined.Holiday(
                            LocalDate.of(2026, 12, 10), new Text("วันรัฐธรรมนูญ", "Constitution Day")))),
            new ReasonsDefined(
                    "wang-saphung", 2, List.of(new ReasonsDefined.Reason("OTHER", new Text("อื่น ๆ", "Other"), true))),
            new PublicationDue(REQUEST, 1, Instant.parse("2026-11-27T02:00:00Z")),
            new Expired(REQUEST, 1, Instant.parse("2027-02-28T17:00:00Z")),
            new OfficeDefined(
                    "wang-saphung",
                    3,
                    new Text("สำนักงานสาธารณสุขอำเภอวังสะพุง", "Wang Saphung District Public Health Office"),
                    OfficeRules.DEFAULT,
                    new Announcement(
                            "แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน",
                            "สำนักงานสาธารณสุขอำเภอวังสะพุง",
                            "5/2569",
                            2569)),
            new WorkGroupDefined("administration", 1, "wang-saphung", new Text("กลุ่มงานบริหาร", "Administration")),
            new CategoryDefined(
                    "procurement",
                    2,
                    "wang-saphung",
                    new Text("การจัดซื้อจัดจ้าง", "Procurement"),
                    4,
                    List.of(new Guideline(
                            3,
                            LocalDate.of(2026, 10, 1),
                            Set.of("externalLink"),
                            List.of("pdf", "xlsx"),
                            52_428_800,
                            10,
                            PublicationPeriod.days(90),
                            PublicationPeriod.yearsAfterFiscalYear(1),
                            90,
                            1_825)),
                    true),
            new StaffDefined(
                    "st-0001",
                    5,
                    OFFICER.name(),
                    OFFICER.position(),
                    "malee@example.go.th",
                    "wang-saphung",
                    "administration",
                    List.of(new StaffDefined.Absence(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 4))),
                    false,
                    true),
            new AppointmentOrderDefined(
                    "or-0001",
                    1,
                    "12/2569",
                    LocalDate.of(2026, 9, 28),
                    "st-0002",
                    "wang-saphung",
                    "administration",
                    Set.of(AppointmentOrderDefined.Duty.APPROVE),
                    "st-0004",
                    "ACTING_ON_BEHALF",
                    LocalDate.of(2026, 10, 1),
                    LocalDate.of(2027, 9, 30),
                    false),
            new OfficeClientDefined(
                    "phu-kradueng-web", 2, "ระบบเว็บไซต์", "phu-kradueng", Set.of("wang-saphung"), true));

    private SampleEvents() {}

    /** Due at the end of this day of the office, with a reminder in its morning. */
    private static Due due(String day) {
        LocalDate date = LocalDate.parse(day);
        return new Due(date.atTime(8, 30).atZone(OfficeZone.ZONE).toInstant(), OfficeZone.startOf(date.plusDays(1)));
    }

    /** One of each registered type. */
    public static Stream<Event> all() {
        return ALL.stream();
    }

    public static Event of(EventType type) {
        Map<EventType, Event> byType =
                all().collect(Collectors.toMap(event -> EventType.of(event.getClass()), Function.identity()));
        return byType.get(type);
    }
}

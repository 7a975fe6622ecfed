package org.prakat.common.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One event of each type, as the golden files hold them. */
public final class SampleEvents {

    private static final String REQUEST = "k3v9q2m7x0ab";
    private static final Person OFFICER = new Person("st-0001", "นางสาวมาลี ใจดี", "นักวิชาการสาธารณสุขปฏิบัติการ");
    private static final Person HEAD = new Person("st-0002", "นายสมชาย รักงาน", "หัวหน้ากลุ่มงาน");
    private static final Person WEBMASTER = new Person("st-0003", "นายวิชัย ขยัน", "นักวิชาการคอมพิวเตอร์");
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
            true);
    private static final List<Attachment> ATTACHMENTS = List.of(new Attachment(
            "f1",
            "ประกาศผล.pdf",
            "pdf",
            "application/pdf",
            48_213,
            1,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "k3v9q2m7x0ab/f1"));
    private static final String DIGEST = ContentDigest.of(FORM, ATTACHMENTS);

    private static final List<Event> ALL = List.of(
            new RequestSubmitted(REQUEST, 1, OFFICER, FORM, ATTACHMENTS, DIGEST),
            new RequestWithdrawn(REQUEST, 1, OFFICER, "ส่งผิดฉบับ"),
            new Approved(
                    REQUEST,
                    1,
                    OFFICER,
                    HEAD,
                    HEADS_ORDER,
                    List.of(new Check("2.1", null), new Check("2.2", "ตรวจกับต้นฉบับแล้ว")),
                    "procurement",
                    PublicationPeriod.until(LocalDate.of(2027, 2, 28)),
                    WEBMASTER,
                    "เห็นชอบ",
                    FORM,
                    ATTACHMENTS,
                    DIGEST),
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
                    Instant.parse("2026-11-27T02:00:00Z"),
                    Instant.parse("2027-02-28T17:00:00Z")),
            new Returned(
                    REQUEST,
                    1,
                    WEBMASTER,
                    WEBMASTERS_ORDER,
                    List.of(new RejectionReason("INCORRECT", "ยอดรวมไม่ตรงกับเอกสารแนบ"))),
            new Removed(REQUEST, 1, Removed.Cause.EXPIRED, Instant.parse("2027-02-28T17:00:00Z")),
            new PublicationDue(REQUEST, 1, Instant.parse("2026-11-27T02:00:00Z")),
            new Expired(REQUEST, 1, Instant.parse("2027-02-28T17:00:00Z")),
            new OfficeDefined(
                    "wang-saphung",
                    3,
                    new Text("สำนักงานสาธารณสุขอำเภอวังสะพุง", "Wang Saphung District Public Health Office")),
            new WorkGroupDefined("administration", 1, "wang-saphung", new Text("กลุ่มงานบริหาร", "Administration")),
            new CategoryDefined(
                    "procurement",
                    2,
                    "wang-saphung",
                    new Text("การจัดซื้อจัดจ้าง", "Procurement"),
                    4,
                    List.of("pdf", "xlsx"),
                    52_428_800,
                    10,
                    PublicationPeriod.days(90),
                    PublicationPeriod.years(1),
                    true),
            new StaffDefined(
                    "st-0001",
                    5,
                    OFFICER.name(),
                    OFFICER.position(),
                    "malee@example.go.th",
                    "wang-saphung",
                    "administration",
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
                    LocalDate.of(2026, 10, 1),
                    LocalDate.of(2027, 9, 30),
                    false));

    private SampleEvents() {}

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

package org.prakat.gateway.application;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Role;
import org.prakat.common.event.Announcement;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.OfficeRules;
import org.prakat.common.event.PublicHolidaysDefined;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.ReferenceEvent;
import org.prakat.common.event.Text;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.gateway.application.port.Accounts;
import org.prakat.gateway.domain.AccountDefinition;
import org.prakat.gateway.domain.AppointmentOrderDefinition;
import org.prakat.gateway.domain.CategoryDefinition;
import org.prakat.gateway.domain.Definition;
import org.prakat.gateway.domain.GuidelineDefinition;
import org.prakat.gateway.domain.OfficeDefinition;
import org.prakat.gateway.domain.PublicHolidaysDefinition;
import org.prakat.gateway.domain.WorkGroupDefinition;

/**
 * An office to try the system with: its groups, its categories with their guideline, one account for each role, and the
 * appointment orders. The guideline is an example, to be replaced by the office's own announcement.
 */
public final class DemoData {

    private static final String OFFICE = "wang-saphung";
    private static final long FIFTY_MEBIBYTES = 52_428_800;
    private static final int TEN_FILES = 10;
    /** The example holds from the beginning of fiscal year 2570 on. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 1);

    private static final int EVERY_QUARTER = 90;
    private static final int FIVE_YEARS = 1_826;
    private static final List<String> TYPES =
            List.of("pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "jpg", "jpeg", "png");

    /** The accounts, by user name. */
    private enum Staff {
        OFFICER("officer", "มาลี ใจดี", "นักวิชาการสาธารณสุขปฏิบัติการ", "health-promotion", Role.OFFICER),
        OFFICER2("officer2", "ปิติ ตั้งใจ", "เจ้าพนักงานสาธารณสุข", "administration", Role.OFFICER),
        DEPUTY("deputy", "อนันต์ ช่วยงาน", "นักวิชาการสาธารณสุขชำนาญการ", "health-promotion", Role.APPROVER),
        APPROVER("approver", "สมชาย รักงาน", "หัวหน้ากลุ่มงานส่งเสริมสุขภาพ", "health-promotion", Role.APPROVER),
        WEBMASTER("webmaster", "วิชัย ขยัน", "นักวิชาการคอมพิวเตอร์", "administration", Role.WEBMASTER),
        ADMINISTRATOR("admin", "สุดา ดูแลดี", "ผู้ดูแลระบบ", "administration", Role.ADMINISTRATOR),
        AUDITOR("auditor", "อารีย์ ตรวจการณ์", "ผู้ตรวจสอบภายใน", null, Role.AUDITOR);

        private final String userName;
        private final String fullName;
        private final String position;
        private final @Nullable String workGroup;
        private final Role role;

        Staff(String userName, String fullName, String position, @Nullable String workGroup, Role role) {
            this.userName = userName;
            this.fullName = fullName;
            this.position = position;
            this.workGroup = workGroup;
            this.role = role;
        }
    }

    /** Where each kind of thing is laid down. */
    public record Ledgers(
            AdministerReference<OfficeDefined> offices,
            AdministerReference<WorkGroupDefined> workGroups,
            AdministerReference<CategoryDefined> categories,
            AdministerReference<AppointmentOrderDefined> orders,
            AdministerReference<PublicHolidaysDefined> holidays) {}

    private final Ledgers ledgers;
    private final Accounts accounts;
    private final AdministerAccounts administer;
    private final InstantSource clock;

    public DemoData(Ledgers ledgers, Accounts accounts, AdministerAccounts administer, InstantSource clock) {
        this.ledgers = ledgers;
        this.accounts = accounts;
        this.administer = administer;
        this.clock = clock;
    }

    /**
     * Lays down what is missing of it; what is there is left as it is.
     *
     * @param passwords by user name; an account without one cannot sign in
     */
    public void layDown(Map<String, String> passwords) {
        define(
                ledgers.offices(),
                OFFICE,
                new OfficeDefinition(
                        new Text("สำนักงานสาธารณสุขอำเภอวังสะพุง", "Wang Saphung District Public Health Office"),
                        OfficeRules.DEFAULT,
                        new Announcement(
                                "แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน (ตัวอย่าง)",
                                "สำนักงานสาธารณสุขอำเภอวังสะพุง",
                                "1/2570",
                                2570),
                        false));
        define(ledgers.holidays(), OFFICE, new PublicHolidaysDefinition(FixedHolidays.read()));
        workGroups();
        categories();
        for (Staff staff : Staff.values()) {
            account(staff, Optional.ofNullable(passwords.get(staff.userName)));
        }
        order("order-approver", "12", Staff.APPROVER, "health-promotion", Set.of(Duty.APPROVE));
        for (String group : List.of("administration", "disease-control", "consumer-protection")) {
            order("order-approver-" + group, "12", Staff.APPROVER, group, Set.of(Duty.APPROVE));
        }
        order("order-deputy", "14", Staff.DEPUTY, "health-promotion", Set.of(Duty.APPROVE), Staff.APPROVER);
        order("order-webmaster", "13", Staff.WEBMASTER, null, Set.of(Duty.PUBLISH, Duty.REMOVE));
    }

    private void workGroups() {
        group("administration", "กลุ่มงานบริหาร", "Administration");
        group("health-promotion", "กลุ่มงานส่งเสริมสุขภาพ", "Health Promotion");
        group("disease-control", "กลุ่มงานควบคุมโรค", "Disease Control");
        group("consumer-protection", "กลุ่มงานคุ้มครองผู้บริโภค", "Consumer Protection");
    }

    private void categories() {
        category(
                1,
                "general",
                "ข้อมูลทั่วไป",
                "About the office",
                PublicationPeriod.years(1),
                PublicationPeriod.years(5));
        category(
                2,
                "law",
                "กฎหมายและระเบียบ",
                "Laws and rules",
                PublicationPeriod.years(1),
                PublicationPeriod.years(10));
        category(
                3,
                "plans",
                "แผนงานและงบประมาณ",
                "Plans and budget",
                PublicationPeriod.years(1),
                PublicationPeriod.years(5));
        category(
                4,
                "procurement",
                "การจัดซื้อจัดจ้าง",
                "Procurement",
                PublicationPeriod.days(90),
                PublicationPeriod.years(1));
        category(
                5,
                "manuals",
                "คู่มือการให้บริการ",
                "Service manuals",
                PublicationPeriod.years(1),
                PublicationPeriod.years(5));
        category(6, "news", "ข่าวประชาสัมพันธ์", "News", PublicationPeriod.days(30), PublicationPeriod.days(180));
        category(
                7,
                "reports",
                "รายงานผลการดำเนินงาน",
                "Reports",
                PublicationPeriod.years(1),
                PublicationPeriod.years(5));
    }

    private void group(String id, String th, String en) {
        define(ledgers.workGroups(), id, new WorkGroupDefinition(OFFICE, new Text(th, en)));
    }

    private void category(
            int position, String id, String th, String en, PublicationPeriod usual, PublicationPeriod longest) {
        define(
                ledgers.categories(),
                id,
                new CategoryDefinition(
                        OFFICE,
                        new Text(th, en),
                        position,
                        new GuidelineDefinition(
                                FIRST_DAY,
                                Set.of(),
                                TYPES,
                                FIFTY_MEBIBYTES,
                                TEN_FILES,
                                usual,
                                longest,
                                EVERY_QUARTER,
                                FIVE_YEARS),
                        true));
    }

    private void order(String id, String number, Staff holder, @Nullable String workGroup, Set<Duty> duties) {
        order(id, number, holder, workGroup, duties, null);
    }

    private void order(
            String id,
            String number,
            Staff holder,
            @Nullable String workGroup,
            Set<Duty> duties,
            @Nullable Staff head) {
        LocalDate today = OfficeZone.dateOf(clock.instant());
        define(
                ledgers.orders(),
                id,
                new AppointmentOrderDefinition(
                        number + "/2569",
                        today,
                        holder.userName,
                        OFFICE,
                        workGroup,
                        duties,
                        head == null ? null : head.userName,
                        head == null ? null : "ACTING_ON_BEHALF",
                        today,
                        null,
                        false));
    }

    private <T extends ReferenceEvent> void define(AdministerReference<T> ledger, String id, Definition<T> definition) {
        if (!ledger.read(FirstAdministrator.SYSTEM, id).isOk()) {
            ledger.define(FirstAdministrator.SYSTEM, id, 0, definition).orElseThrow();
        }
    }

    private void account(Staff staff, Optional<String> password) {
        Set<Role> roles = EnumSet.of(Role.OFFICER, staff.role);
        if (accounts.find(staff.userName).isEmpty()) {
            administer
                    .define(
                            FirstAdministrator.SYSTEM,
                            staff.userName,
                            0,
                            new AccountDefinition(
                                    staff.userName,
                                    staff.fullName,
                                    staff.position,
                                    staff.userName + "@example.go.th",
                                    OFFICE,
                                    staff.workGroup,
                                    roles,
                                    true))
                    .orElseThrow();
        }
        boolean hasPassword =
                accounts.find(staff.userName).orElseThrow().state().passwordHash() != null;
        if (!hasPassword) {
            password.ifPresent(given -> administer
                    .setPassword(FirstAdministrator.SYSTEM, staff.userName, given)
                    .orElseThrow());
        }
    }
}

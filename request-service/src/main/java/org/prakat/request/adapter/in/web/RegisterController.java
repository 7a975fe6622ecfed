package org.prakat.request.adapter.in.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.FiscalYear;
import org.prakat.common.domain.Identity;
import org.prakat.common.table.TableFormat;
import org.prakat.common.table.web.TableDownload;
import org.prakat.request.application.ReadRegister;
import org.prakat.request.domain.PublicationRequest;
import org.prakat.request.domain.RegisterEntry;
import org.prakat.request.domain.RequestStatistics;
import org.prakat.request.domain.RequestStatistics.StepTime;
import org.prakat.request.domain.Standing;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of requests as a table, and the year in numbers. */
@RestController
class RegisterController {

    private static final String SHEET = "ทะเบียนคำขอเผยแพร่";
    private static final List<String> HEADINGS = List.of(
            "เลขที่คำขอ",
            "เรื่อง",
            "กลุ่มงาน",
            "หมวดหมู่",
            "ประเภทคำขอ",
            "เจ้าของข้อมูล",
            "สถานะ",
            "จำนวนครั้งที่ส่ง",
            "วันที่ส่ง",
            "วันที่พิจารณา",
            "อนุมัติทางวาจา",
            "เหตุผลที่ไม่อนุญาตหรือส่งคืน",
            "เวลาพิจารณา (ชั่วโมง)",
            "วันที่เผยแพร่",
            "เวลานำขึ้นเผยแพร่ (ชั่วโมง)",
            "ลำดับการเผยแพร่",
            "เผยแพร่ถึง",
            "วันที่นำออก");

    /**
     * The year in numbers.
     *
     * @param decision how long the approvers took, in hours
     * @param publication how long the webmasters took from there, in hours
     */
    record Statistics(
            int fiscalYear,
            int requests,
            Map<String, Integer> byStatus,
            Map<String, Integer> byCategory,
            Map<String, Integer> byReason,
            int verbal,
            int overdue,
            int expiringSoon,
            StepTime decision,
            StepTime publication) {}

    private final ReadRegister register;

    RegisterController(ReadRegister register) {
        this.register = register;
    }

    @GetMapping("/api/requests/register")
    void register(
            Identity who,
            @RequestParam int fiscalYear,
            @RequestParam(required = false) @Nullable TableFormat format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        FiscalYear year = orRefuse(register.allowed(who, fiscalYear));
        new TableDownload("requests-" + fiscalYear, SHEET, HEADINGS)
                .send(
                        format,
                        rows -> register.forEach(who, year, entry -> rows.accept(cells(entry))),
                        request,
                        response);
    }

    private static List<@Nullable Object> cells(RegisterEntry entry) {
        PublicationRequest request = entry.request();
        Standing standing = request.standing();
        String kind = request.draft().concerning() == null
                ? "PUBLISH"
                : request.draft().concerning().kind().name();
        return Arrays.<@Nullable Object>asList(
                request.id(),
                request.draft().title(),
                request.draft().workGroup(),
                request.draft().category(),
                kind,
                request.requester().name(),
                request.status().name(),
                request.revisions().size(),
                entry.submittedAt(),
                entry.decidedAt(),
                entry.isVerbal() ? "✓" : null,
                String.join(", ", entry.reasons()),
                hours(entry.timeToDecision()),
                entry.publishedAt(),
                hours(entry.timeToPublication()),
                standing == null ? null : standing.publishingOrder() + "/" + standing.fiscalYear(),
                standing == null ? null : standing.expiresAt(),
                entry.removedAt());
    }

    /** To a tenth. */
    private static @Nullable Double hours(Optional<Duration> time) {
        return time.map(taken -> Math.round(taken.toSeconds() / 360.0) / 10.0).orElse(null);
    }

    @GetMapping("/api/requests/statistics")
    Statistics statistics(Identity who, @RequestParam int fiscalYear) {
        RequestStatistics found = orRefuse(register.statistics(who, fiscalYear));
        return new Statistics(
                fiscalYear,
                found.requests(),
                found.byStatus(),
                found.byCategory(),
                found.byReason(),
                found.verbal(),
                found.overdue(),
                found.expiringSoon(),
                found.decision(),
                found.publication());
    }
}

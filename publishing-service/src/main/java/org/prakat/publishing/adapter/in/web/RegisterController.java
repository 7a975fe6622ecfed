package org.prakat.publishing.adapter.in.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.DateText;
import org.prakat.common.domain.Identity;
import org.prakat.common.event.DataPeriod;
import org.prakat.common.table.TableFormat;
import org.prakat.common.table.web.TableDownload;
import org.prakat.publishing.application.ReadRegister;
import org.prakat.publishing.domain.Correction;
import org.prakat.publishing.domain.Publication;
import org.prakat.publishing.domain.RegisterEntry;
import org.prakat.publishing.domain.RegisterEntry.Gone;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of publications as a table. */
@RestController
class RegisterController {

    private static final DateText DATES = DateText.in(Locale.forLanguageTag("th"));
    private static final String SHEET = "ทะเบียนข้อมูลที่เผยแพร่";
    private static final List<String> HEADINGS = List.of(
            "ลำดับการเผยแพร่",
            "เรื่อง",
            "หมวดหมู่",
            "กลุ่มงาน",
            "แหล่งที่มาของข้อมูล",
            "ช่วงวันที่ของข้อมูล",
            "วันที่เผยแพร่",
            "เผยแพร่ถึง",
            "สถานะ",
            "วันที่นำออก",
            "เหตุผลที่นำออก",
            "จำนวนไฟล์",
            "ที่อยู่ถาวร");

    private final ReadRegister register;

    RegisterController(ReadRegister register) {
        this.register = register;
    }

    @GetMapping("/api/publications/register")
    void register(
            Identity who,
            @RequestParam int fiscalYear,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable TableFormat format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        Identity reader = orRefuse(register.allowed(who));
        new TableDownload("publications-" + fiscalYear, SHEET, HEADINGS)
                .send(
                        format,
                        rows -> register.forEach(reader, fiscalYear, category, entry -> rows.accept(cells(entry))),
                        request,
                        response);
    }

    private List<@Nullable Object> cells(RegisterEntry entry) {
        Publication item = entry.item();
        DataPeriod covered = item.assignment().form().dataPeriod();
        Gone gone = entry.gone();
        return Arrays.<@Nullable Object>asList(
                entry.standing().publishingOrder(),
                item.text(Correction.Field.TITLE),
                register.category(item.assignment().category()),
                register.workGroup(item.assignment().form().workGroup()),
                item.text(Correction.Field.SOURCE),
                DATES.range(covered.start(), covered.end()),
                entry.standing().publishedFrom(),
                item.publicUntil(),
                entry.state().name(),
                gone == null ? null : gone.since(),
                gone == null ? null : why(gone),
                item.assignment().attachments().size(),
                item.address());
    }

    private static String why(Gone gone) {
        return gone.explanation() == null ? gone.cause().name() : gone.cause().name() + ": " + gone.explanation();
    }
}

package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The office's form, filled in as on paper with its three signature blocks: as a page to print on A4, and as a PDF. */
@Controller
class OfficialFormController {

    private final OfficerApi officer;
    private final MessageSource texts;

    OfficialFormController(OfficerApi officer, MessageSource texts) {
        this.officer = officer;
        this.texts = texts;
    }

    @GetMapping(RequestPages.ONE + "/form")
    String form(
            Caller caller,
            Locale language,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer revision,
            Model model) {
        model.addAttribute("sheet", sheet(caller, language, id, revision));
        model.addAttribute("revision", revision);
        return "staff/official-form";
    }

    @GetMapping(RequestPages.ONE + "/form.pdf")
    ResponseEntity<byte[]> pdf(
            Caller caller,
            Locale language,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer revision)
            throws IOException {
        FormSheet sheet = sheet(caller, language, id, revision);
        byte[] pdf = OfficialFormPdf.of(
                sheet,
                (page, pages) -> texts.getMessage("officialForm.page", new Object[] {id, page, pages}, language));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(sheet.title() + " " + id + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(pdf);
    }

    private FormSheet sheet(Caller caller, Locale language, String id, @Nullable Integer revision) {
        return new FillSheet(texts, language).with(orProblem(officer.officialForm(caller, id, revision)));
    }
}

package org.prakat.gateway.adapter.in.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.prakat.gateway.adapter.in.ui.FormSheet.Box;
import org.prakat.gateway.adapter.in.ui.FormSheet.Check;
import org.prakat.gateway.adapter.in.ui.FormSheet.Decision;
import org.prakat.gateway.adapter.in.ui.FormSheet.Signature;
import org.prakat.gateway.adapter.in.ui.paper.Paper;
import org.prakat.gateway.adapter.in.ui.paper.Span;

/** Lays the office's form out on A4. */
final class OfficialFormPdf {

    private OfficialFormPdf() {}

    static byte[] of(FormSheet sheet, Paper.Foot foot) throws IOException {
        try (Paper paper = new Paper(sheet.language(), sheet.title() + " - " + sheet.subject());
                ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
            head(paper, sheet);
            boxes(paper, sheet.boxes());
            paper.space();
            checks(paper, sheet);
            if (sheet.decision() != null) {
                decision(paper, sheet.decision());
            }
            if (sheet.published() != null) {
                paper.paragraph(List.of(Span.plain(sheet.published())));
            }
            paper.space();
            paper.blocks(sheet.signatures().stream().map(OfficialFormPdf::block).toList());
            paper.writeTo(pdf, foot);
            return pdf.toByteArray();
        }
    }

    private static void head(Paper paper, FormSheet sheet) throws IOException {
        paper.title(sheet.title());
        for (String heading : sheet.headings()) {
            paper.centred(heading);
        }
        paper.space();
    }

    /** Narrow ones stand in pairs, as far as they do so on the page. */
    private static void boxes(Paper paper, List<Box> boxes) throws IOException {
        int next = 0;
        while (next < boxes.size()) {
            Box box = boxes.get(next++);
            if (!box.wide() && next < boxes.size() && !boxes.get(next).wide()) {
                paper.row(spans(box), spans(boxes.get(next++)));
            } else {
                box(paper, box);
            }
            paper.rule();
        }
    }

    private static void box(Paper paper, Box box) throws IOException {
        paper.paragraph(spans(box));
        paper.numbered(box.items());
    }

    private static List<Span> spans(Box box) {
        return List.of(Span.strong(box.label() + ": "), Span.plain(box.text()));
    }

    private static void checks(Paper paper, FormSheet sheet) throws IOException {
        paper.heading(sheet.checksTitle());
        paper.rule();
        for (Check check : sheet.checks()) {
            paper.row(List.of(Span.plain(check.label())), List.of(Span.plain(check.outcome())));
            paper.rule();
        }
        paper.space();
    }

    private static void decision(Paper paper, Decision decision) throws IOException {
        paper.paragraph(
                List.of(Span.strong(decision.outcome()), Span.plain(" " + String.join(" ", decision.details()))));
        paper.bulleted(decision.reasons());
    }

    private static List<Span> block(Signature signature) {
        List<Span> lines = new ArrayList<>();
        lines.add(Span.strong(signature.role()));
        lines.add(Span.plain(signature.signed()));
        signature.lines().forEach(line -> lines.add(Span.plain(line)));
        return lines;
    }
}

package org.prakat.gateway.adapter.in.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.DateText;
import org.prakat.common.event.ActingFor;
import org.prakat.common.event.DataPeriod;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.Text;
import org.prakat.gateway.adapter.in.ui.FormSheet.Box;
import org.prakat.gateway.adapter.in.ui.FormSheet.Check;
import org.prakat.gateway.adapter.in.ui.OfficialFormView.Decision;
import org.prakat.gateway.adapter.in.ui.OfficialFormView.MadeCheck;
import org.prakat.gateway.adapter.in.ui.OfficialFormView.Signature;
import org.prakat.gateway.adapter.in.ui.OfficialFormView.Submission;
import org.prakat.gateway.adapter.in.ui.OfficialFormView.Verbal;
import org.springframework.context.MessageSource;

/** Puts the office's form into words of one language. */
final class FillSheet {

    private static final String NOTHING = "-";
    private static final String UNSIGNED = "(                                        )";

    private final MessageSource texts;
    private final Locale language;
    private final DateText dates;
    private final Words words;

    FillSheet(MessageSource texts, Locale language) {
        this.texts = texts;
        this.language = language;
        this.dates = DateText.in(language);
        this.words = new Words(language);
    }

    FormSheet with(OfficialFormView form) {
        return new FormSheet(
                language,
                form.requestId(),
                say("officialForm.title"),
                or(form.submission().form().title(), ""),
                headings(form),
                boxes(form),
                say("officialForm.checks"),
                form.checks().stream().map(this::check).toList(),
                form.decision() == null ? null : decision(form.decision()),
                form.publication() == null ? null : published(form.publication()),
                List.of(
                        signature("officialForm.owner", form.signatures().owner()),
                        signature("officialForm.approver", form.signatures().approver()),
                        signature("officialForm.webmaster", form.signatures().webmaster())));
    }

    private List<String> headings(OfficialFormView form) {
        List<String> headings = new ArrayList<>();
        if (form.office() != null) {
            headings.add(words.in(form.office()));
        }
        if (form.announcement() != null) {
            headings.add(say(
                    "officialForm.announcement",
                    form.announcement().issuer(),
                    form.announcement().title()));
        }
        return headings;
    }

    private List<Box> boxes(OfficialFormView form) {
        Submission submission = form.submission();
        RequestView.Form asked = submission.form();
        return List.of(
                box("officialForm.number", number(form)),
                box("field.workGroup", in(form.workGroup())),
                box("officialForm.date", dates.day(words.dateOf(submission.submittedAt()))),
                box("field.title", or(asked.title(), "")),
                box("field.category", in(form.category())),
                box("field.source", or(asked.source(), "")),
                box("field.dataPeriod", period(asked.dataPeriod())),
                box("field.publicationPeriod", period(asked.publicationPeriod())),
                wide("field.summary", or(asked.summary(), "")),
                files(submission),
                wide("field.externalLink", or(asked.externalLink(), NOTHING)),
                wide("field.remark", or(asked.remark(), NOTHING)));
    }

    private Box box(String key, String text) {
        return new Box(say(key), text, List.of(), false);
    }

    private Box wide(String key, String text) {
        return new Box(say(key), text, List.of(), true);
    }

    private Box files(Submission submission) {
        List<String> files = submission.attachments().stream()
                .map(file -> file.fileName() + " (" + words.size(file.size()) + ")")
                .toList();
        return new Box(say("officialForm.files"), files.isEmpty() ? NOTHING : "", files, true);
    }

    private String number(OfficialFormView form) {
        int submission = form.submission().number();
        return submission > 1
                ? form.requestId() + " " + say("timeline.revision", String.valueOf(submission))
                : form.requestId();
    }

    private String period(@Nullable DataPeriod period) {
        return period == null ? "" : dates.range(period.start(), period.end());
    }

    private String period(@Nullable PublicationPeriod period) {
        return period == null
                ? ""
                : say(
                        "period." + period.unit(),
                        String.valueOf(period.amount()),
                        period.lastDay() == null ? "" : dates.day(period.lastDay()));
    }

    private Check check(MadeCheck check) {
        String outcome = say("officialForm.outcome." + check.outcome());
        return new Check(
                say("officialForm.check." + check.step()),
                check.remark() == null ? outcome : outcome + ": " + check.remark());
    }

    private FormSheet.Decision decision(Decision decision) {
        Stream<String> assigned = decision.webmaster() == null
                ? Stream.empty()
                : Stream.of(say("officialForm.assigned", decision.webmaster().name()));
        return new FormSheet.Decision(
                or(texts.getMessage("step." + decision.outcome(), null, null, language), decision.outcome()),
                Stream.concat(assigned, Stream.ofNullable(decision.remark())).toList(),
                decision.reasons().stream().map(RejectionReason::explanation).toList());
    }

    private String published(RequestView.Standing publication) {
        return say(
                "officialForm.published",
                String.valueOf(publication.publishingOrder()),
                String.valueOf(publication.fiscalYear()),
                dates.moment(publication.publishedFrom()));
    }

    private FormSheet.Signature signature(String role, @Nullable Signature signed) {
        return signed == null
                ? new FormSheet.Signature(
                        say(role),
                        say("officialForm.signed"),
                        List.of(UNSIGNED, say("officialForm.position"), say("officialForm.notYet")))
                : new FormSheet.Signature(say(role), say("officialForm.signed") + " " + signed.name(), below(signed));
    }

    private List<String> below(Signature signed) {
        List<String> lines = new ArrayList<>();
        lines.add("(" + signed.name() + ")");
        lines.add(say("officialForm.position") + " " + signed.position());
        ActingFor acting = signed.actingFor();
        if (acting != null) {
            lines.add(say(
                    "officialForm.actingFor", acting.capacity(), acting.head().name()));
        }
        if (signed.orderNumber() != null) {
            lines.add(say("timeline.order", signed.orderNumber()));
        }
        lines.add(dates.moment(signed.at()));
        if (signed.verbal() != null) {
            lines.addAll(byWordOfMouth(signed.verbal()));
        }
        return lines;
    }

    private List<String> byWordOfMouth(Verbal verbal) {
        Signature confirmation = verbal.confirmation();
        return List.of(
                say(
                        "officialForm.verbal",
                        dates.moment(verbal.saidAt()),
                        verbal.recordedBy().name(),
                        verbal.note()),
                confirmation == null
                        ? say("officialForm.toConfirm", dates.moment(verbal.confirmBy()))
                        : say("officialForm.confirmed", confirmation.name(), dates.moment(confirmation.at())));
    }

    private String in(@Nullable Text text) {
        return text == null ? "" : words.in(text);
    }

    private String say(String key, Object... values) {
        return texts.getMessage(key, values, language);
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}

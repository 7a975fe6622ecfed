package org.prakat.request.adapter.out.text;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.prakat.common.calendar.DateText;
import org.prakat.request.application.port.NoticeWords;
import org.prakat.request.domain.Notice;
import org.prakat.request.domain.OpenDeadline;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of notices and deadlines from a resource bundle, Thai or English. */
public final class BundledNoticeWords implements NoticeWords {

    private static final Locale THAI = Locale.forLanguageTag("th");

    private final MessageSource texts;
    private final String site;

    /** @param site where the public reaches the site, with scheme and host */
    public BundledNoticeWords(String site) {
        this.site = site.replaceAll("/+$", "");
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("org.prakat.request.notices");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(THAI);
        this.texts = source;
    }

    @Override
    public String subject(Notice notice, Locale language) {
        return text(notice.kind() + ".subject", notice, language);
    }

    @Override
    public String body(Notice notice, Locale language) {
        String reasons = notice.reasons().stream()
                .map(reason -> "\n- " + reason.explanation())
                .collect(Collectors.joining());
        return text(notice.kind() + ".body", notice, language) + reasons;
    }

    @Override
    public String bodyElsewhere(Notice notice, Locale language) {
        String body = body(notice, language);
        return notice.address() == null
                ? body
                : body + "\n" + texts.getMessage("ADDRESS", new Object[] {site + notice.address()}, language);
    }

    @Override
    public String digest(int count, Locale language) {
        return texts.getMessage("DIGEST", new Object[] {count}, language);
    }

    @Override
    public String deadline(OpenDeadline deadline, Locale language) {
        return text("DEADLINE." + deadline.kind() + ".subject", deadline, language);
    }

    @Override
    public String deadlineInFull(OpenDeadline deadline, Locale language) {
        return text("DEADLINE." + deadline.kind() + ".body", deadline, language);
    }

    @Override
    public String calendar(Locale language) {
        return texts.getMessage("CALENDAR", null, language);
    }

    private String text(String key, OpenDeadline deadline, Locale language) {
        String due = DateText.in(language).end(deadline.at());
        return texts.getMessage(key, new Object[] {deadline.title(), due}, language);
    }

    private String text(String key, Notice notice, Locale language) {
        DateText dates = DateText.in(language);
        String due = Optional.ofNullable(notice.due())
                .map(at -> notice.kind() == Notice.Kind.SCHEDULED ? dates.moment(at) : dates.end(at))
                .orElse("");
        return texts.getMessage(key, new Object[] {notice.requestTitle(), due}, language);
    }
}

package org.prakat.request.adapter.out.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.prakat.request.application.port.Mail;
import org.prakat.request.application.port.NoticeWords;
import org.prakat.request.domain.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.web.util.HtmlUtils;

/** Mail over SMTP, in Thai, as text and as HTML. */
public final class SmtpMail implements Mail {

    private static final Logger log = LoggerFactory.getLogger(SmtpMail.class);
    private static final Locale THAI = Locale.forLanguageTag("th");

    private final JavaMailSender sender;
    private final NoticeWords words;
    private final String from;

    public SmtpMail(JavaMailSender sender, NoticeWords words, String from) {
        this.sender = sender;
        this.words = words;
        this.from = from;
    }

    @Override
    public boolean send(Notice notice, String address) {
        return send(notice.id(), words.subject(notice, THAI), words.bodyElsewhere(notice, THAI), address);
    }

    @Override
    public boolean sendDigest(List<Notice> notices, String address) {
        String id = notices.stream().map(Notice::id).collect(Collectors.joining(" "));
        String body = notices.stream()
                .map(notice -> words.subject(notice, THAI) + "\n" + words.bodyElsewhere(notice, THAI))
                .collect(Collectors.joining("\n\n"));
        return send(id, words.digest(notices.size(), THAI), body, address);
    }

    private boolean send(String id, String subject, String body, String address) {
        try {
            sender.send(message(id, subject, body, address));
            return true;
        } catch (MailException | MessagingException e) {
            log.warn("notice {} cannot be mailed yet: {}", id, e.toString());
            return false;
        }
    }

    private MimeMessage message(String id, String subject, String body, String address) throws MessagingException {
        String name = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)) + "@prakat";
        MimeMessage message = new NamedMessage(sender.createMimeMessage().getSession(), "<" + name + ">");
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(address);
        helper.setSubject(subject);
        helper.setText(body, html(body));
        return message;
    }

    private static String html(String body) {
        String escaped = HtmlUtils.htmlEscape(body, StandardCharsets.UTF_8.name());
        return "<!doctype html><html lang=\"th\"><body><p>" + escaped.replace("\n", "<br>") + "</p></body></html>";
    }

    /**
     * A message that keeps the id it is given: the same on every try, so that a mailbox that gets it twice can tell.
     */
    private static final class NamedMessage extends MimeMessage {

        private final String id;

        NamedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

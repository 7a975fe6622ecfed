package org.prakat.request.adapter.in.scheduling;

import org.prakat.request.application.MailNotices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Sends the waiting mail every few seconds. */
public class MailSchedule {

    private static final Logger log = LoggerFactory.getLogger(MailSchedule.class);

    private final MailNotices mail;

    public MailSchedule(MailNotices mail) {
        this.mail = mail;
    }

    @Scheduled(fixedDelayString = "${prakat.mail.interval:5s}")
    void send() {
        try {
            mail.sendWaiting();
        } catch (RuntimeException e) {
            log.warn("the mail is tried again later: {}", e.toString());
        }
    }
}

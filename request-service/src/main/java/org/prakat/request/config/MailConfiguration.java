package org.prakat.request.config;

import java.time.InstantSource;
import org.prakat.common.reference.ReferenceData;
import org.prakat.request.adapter.in.scheduling.MailSchedule;
import org.prakat.request.adapter.out.mail.SmtpMail;
import org.prakat.request.application.MailNotices;
import org.prakat.request.application.port.Deliveries;
import org.prakat.request.application.port.Mail;
import org.prakat.request.application.port.NoticeWords;
import org.prakat.request.application.port.Notices;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Notices by mail, where a mail server is configured ({@code spring.mail.host}). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.mail.host")
@EnableScheduling
class MailConfiguration {

    @Bean
    Mail mail(JavaMailSender sender, NoticeWords words, @Value("${prakat.mail.from}") String from) {
        return new SmtpMail(sender, words, from);
    }

    @Bean
    MailNotices mailNotices(
            Notices notices, Deliveries deliveries, ReferenceData reference, Mail mail, InstantSource clock) {
        return new MailNotices(notices, deliveries, reference, mail, clock);
    }

    @Bean
    MailSchedule mailSchedule(MailNotices mail) {
        return new MailSchedule(mail);
    }
}

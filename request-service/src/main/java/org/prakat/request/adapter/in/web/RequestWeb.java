package org.prakat.request.adapter.in.web;

import java.util.List;
import org.prakat.common.security.PublicPaths;
import org.prakat.common.storage.ObjectStore;
import org.prakat.request.application.AttachFile;
import org.prakat.request.application.BeginAmendment;
import org.prakat.request.application.BeginDraft;
import org.prakat.request.application.CopyRequest;
import org.prakat.request.application.DetachFile;
import org.prakat.request.application.DiscardDraft;
import org.prakat.request.application.EditDraft;
import org.prakat.request.application.OpenCalendar;
import org.prakat.request.application.ReadCalendar;
import org.prakat.request.application.ReadNotices;
import org.prakat.request.application.ReadOfficialForm;
import org.prakat.request.application.ReadRegister;
import org.prakat.request.application.ReadRequests;
import org.prakat.request.application.ReviseRequest;
import org.prakat.request.application.SubmitRequest;
import org.prakat.request.application.WithdrawRequest;
import org.prakat.request.application.port.NoticeWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The controllers of this service. */
@Configuration(proxyBeanMethods = false)
public class RequestWeb {

    @Bean
    RequestController requestController(
            ReadRequests read,
            BeginDraft begin,
            EditDraft edit,
            AttachFile attach,
            DetachFile detach,
            SubmitRequest submit,
            WithdrawRequest withdraw,
            ReviseRequest revise,
            DiscardDraft discard,
            BeginAmendment amend,
            CopyRequest copy,
            ObjectStore store) {
        return new RequestController(
                new RequestController.UseCases(
                        read, begin, edit, attach, detach, submit, withdraw, revise, discard, amend, copy),
                store);
    }

    @Bean
    RegisterController registerController(ReadRegister register) {
        return new RegisterController(register);
    }

    @Bean
    FormChoicesController formChoicesController(ReadRequests read) {
        return new FormChoicesController(read);
    }

    @Bean
    NoticeController noticeController(ReadNotices read, NoticeWords words) {
        return new NoticeController(read, words);
    }

    @Bean
    OfficialFormController officialFormController(ReadOfficialForm read) {
        return new OfficialFormController(read);
    }

    @Bean
    CalendarController calendarController(OpenCalendar open, ReadCalendar read, NoticeWords words) {
        return new CalendarController(open, read, words);
    }

    @Bean
    PublicPaths publicPaths() {
        return new PublicPaths(List.of(CalendarController.FEEDS));
    }
}

package org.prakat.request.adapter.in.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.web.PageRequest;
import org.prakat.request.application.ReadNotices;
import org.prakat.request.application.port.NoticeWords;
import org.prakat.request.domain.Delivery;
import org.prakat.request.domain.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caller was told. */
@RestController
@RequestMapping("/api/notices")
class NoticeController {

    /** A notice in words. */
    record View(
            String id,
            Notice.Kind kind,
            String requestId,
            String subject,
            String body,
            @Nullable String address,
            Instant at,
            @Nullable Instant readAt) {}

    /** A page of notices, and how many of all are unread. */
    record Notices(List<View> items, @Nullable String next, long unread) {}

    /** Which notice was read. */
    record Reading(String id) {}

    /** How somebody wishes to be told. */
    record Choice(Delivery delivery) {

        Choice {
            Objects.requireNonNull(delivery, "delivery");
        }
    }

    private final ReadNotices read;
    private final NoticeWords words;

    NoticeController(ReadNotices read, NoticeWords words) {
        this.read = read;
        this.words = words;
    }

    @GetMapping
    Notices mine(Identity who, PageRequest page, Locale language) {
        Page<Notice> found = read.mine(who, page.cursor(), page.size());
        return new Notices(found.map(notice -> view(notice, language)).items(), found.next(), read.unread(who));
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void markRead(Identity who, @RequestBody Reading reading) {
        orRefuse(read.markRead(who, reading.id()));
    }

    @GetMapping("/delivery")
    Choice delivery(Identity who) {
        return new Choice(read.delivery(who));
    }

    @PutMapping("/delivery")
    Choice choose(Identity who, @RequestBody Choice choice) {
        read.choose(who, choice.delivery());
        return choice;
    }

    private View view(Notice notice, Locale language) {
        return new View(
                notice.id(),
                notice.kind(),
                notice.requestId(),
                words.subject(notice, language),
                words.body(notice, language),
                notice.address(),
                notice.at(),
                notice.readAt());
    }
}

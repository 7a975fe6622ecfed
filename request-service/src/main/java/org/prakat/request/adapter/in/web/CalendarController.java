package org.prakat.request.adapter.in.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import java.util.List;
import java.util.Locale;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.SecretToken;
import org.prakat.request.application.OpenCalendar;
import org.prakat.request.application.ReadCalendar;
import org.prakat.request.application.port.NoticeWords;
import org.prakat.request.domain.OpenDeadline;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's deadlines for their calendar program, which cannot sign in: the address is the secret. */
@RestController
class CalendarController {

    /** What is read without a session. */
    static final String FEEDS = "/calendar/*";

    /** Where the feed is. */
    record Feed(String address) {}

    private final OpenCalendar open;
    private final ReadCalendar read;
    private final ICalendar calendar;

    CalendarController(OpenCalendar open, ReadCalendar read, NoticeWords words) {
        this.open = open;
        this.read = read;
        this.calendar = new ICalendar(words);
    }

    @PostMapping("/api/me/calendar")
    ResponseEntity<Feed> open(Identity who) {
        Feed feed = new Feed("/calendar/" + open.open(who).text() + ".ics");
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(feed);
    }

    @DeleteMapping("/api/me/calendar")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Identity who) {
        open.close(who);
    }

    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<byte[]> read(@PathVariable String secret, Locale language) {
        List<OpenDeadline> deadlines = orRefuse(read.read(new SecretToken(secret)));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Robots-Tag", "noindex")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(calendar.write(deadlines, language));
    }
}

package org.prakat.request.adapter.in.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.prakat.request.application.port.NoticeWords;
import org.prakat.request.domain.OpenDeadline;

/**
 * Deadlines as an iCalendar object (RFC 5545, 7986). A deadline is an event of its last day: calendars show what begins at the
 * following midnight a day too late.
 */
final class ICalendar {

    private static final Duration REFRESH = Duration.ofHours(1);
    private static final int OCTETS_IN_A_LINE = 75;
    private static final byte[] FOLD = "\r\n ".getBytes(StandardCharsets.US_ASCII);

    private final NoticeWords words;

    ICalendar(NoticeWords words) {
        this.words = words;
    }

    byte[] write(List<OpenDeadline> deadlines, Locale language) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Prakat//Prakat//TH"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new Name(words.calendar(language)));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        deadlines.forEach(deadline -> calendar.add(event(deadline, language)));
        return folded(calendar.toString());
    }

    private VEvent event(OpenDeadline deadline, Locale language) {
        VEvent event = new VEvent(false);
        event.add(new Uid(deadline.id() + "@prakat"));
        event.add(new DtStamp(deadline.since()));
        event.add(new DtStart<>(deadline.lastDay()));
        event.add(new Summary(words.deadline(deadline, language)));
        event.add(new Description(words.deadlineInFull(deadline, language)));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    /** By octets and between characters: the library counts characters, and a Thai one takes three octets. */
    private static byte[] folded(String lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = 0;
        for (int i = 0; i < lines.length(); ) {
            int character = lines.codePointAt(i);
            byte[] octets = Character.toString(character).getBytes(StandardCharsets.UTF_8);
            if (character == '\r' || character == '\n') {
                length = 0;
            } else if (length + octets.length > OCTETS_IN_A_LINE) {
                out.writeBytes(FOLD);
                length = octets.length + 1;
            } else {
                length += octets.length;
            }
            out.writeBytes(octets);
            i += Character.charCount(character);
        }
        return out.toByteArray();
    }
}

package org.prakat.request.application;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.reference.ReferenceData;
import org.prakat.request.application.port.Mail;
import org.prakat.request.application.port.Notices;
import org.prakat.request.domain.Notice;

/** Sends notices by mail. What the mail server does not take is tried again later. */
public final class MailNotices {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int BATCH = 50;

    private final Notices notices;
    private final ReferenceData reference;
    private final Mail mail;
    private final InstantSource clock;

    public MailNotices(Notices notices, ReferenceData reference, Mail mail, InstantSource clock) {
        this.notices = notices;
        this.reference = reference;
        this.mail = mail;
        this.clock = clock;
    }

    /** Sends what is waiting; stops at the first that the server does not take. */
    public void sendWaiting() {
        for (Notice notice : notices.takeForMail(clock.instant(), LEASE, BATCH)) {
            Optional<String> address = reference.staff(notice.recipient()).map(StaffDefined::email);
            if (address.isPresent() && !mail.send(notice, address.get())) {
                return;
            }
            notices.mailed(notice.id());
        }
    }
}

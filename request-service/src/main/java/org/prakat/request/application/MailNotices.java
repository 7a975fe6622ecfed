package org.prakat.request.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.reference.ReferenceData;
import org.prakat.request.application.port.Deliveries;
import org.prakat.request.application.port.Mail;
import org.prakat.request.application.port.Notices;
import org.prakat.request.domain.Delivery;
import org.prakat.request.domain.Notice;

/** Sends notices by mail, as each person has chosen. What the mail server does not take is tried again later. */
public final class MailNotices {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int BATCH = 50;

    private final Notices notices;
    private final Deliveries deliveries;
    private final ReferenceData reference;
    private final Mail mail;
    private final InstantSource clock;

    public MailNotices(
            Notices notices, Deliveries deliveries, ReferenceData reference, Mail mail, InstantSource clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.reference = reference;
        this.mail = mail;
        this.clock = clock;
    }

    /** Sends what is waiting; stops at the first that the server does not take. */
    public void sendWaiting() {
        Instant now = clock.instant();
        Map<String, List<Notice>> digests = new LinkedHashMap<>();
        for (Notice notice : notices.takeForMail(now, LEASE, BATCH)) {
            Optional<String> address = address(notice.recipient());
            Delivery delivery = deliveries.of(notice.recipient());
            if (address.isEmpty() || delivery == Delivery.IN_APP_ONLY) {
                notices.mailed(notice.id());
            } else if (delivery == Delivery.AT_ONCE) {
                if (!mail.send(notice, address.get())) {
                    return;
                }
                notices.mailed(notice.id());
            } else if (now.isBefore(Delivery.digestAfter(notice.at()))) {
                notices.postpone(notice.id(), Delivery.digestAfter(notice.at()));
            } else {
                digests.computeIfAbsent(address.get(), someone -> new ArrayList<>())
                        .add(notice);
            }
        }
        sendDigests(digests);
    }

    private void sendDigests(Map<String, List<Notice>> digests) {
        for (Map.Entry<String, List<Notice>> digest : digests.entrySet()) {
            if (!mail.sendDigest(digest.getValue(), digest.getKey())) {
                return;
            }
            digest.getValue().forEach(notice -> notices.mailed(notice.id()));
        }
    }

    private Optional<String> address(String recipient) {
        return reference.staff(recipient).map(StaffDefined::email);
    }
}

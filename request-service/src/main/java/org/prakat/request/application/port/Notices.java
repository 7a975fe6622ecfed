package org.prakat.request.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Page;
import org.prakat.request.domain.Notice;

/** The notices, read in the application and sent by mail. */
public interface Notices {

    /** Keeps a notice; doing so twice is the same as once. */
    void add(Notice notice);

    /** The notices of a person, the newest first. */
    Page<Notice> of(String recipient, @Nullable String cursor, int limit);

    long unread(String recipient);

    /** Notes that its recipient has read it; false when they have no such notice. */
    boolean markRead(String id, String recipient, Instant at);

    /**
     * Takes notices that are to go out by mail, and keeps other replicas from them for a while.
     *
     * @param lease how long: if they are not {@link #mailed} by then, they are taken again
     */
    List<Notice> takeForMail(Instant now, Duration lease, int limit);

    /** Keeps one of those for later. */
    void postpone(String id, Instant until);

    /** Notes that it went out, or that there is no address to send it to. */
    void mailed(String id);
}

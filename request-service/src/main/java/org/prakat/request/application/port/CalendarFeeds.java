package org.prakat.request.application.port;

import java.time.Instant;
import java.util.Optional;

/** Who reads their deadlines in a calendar, and by which secret. */
public interface CalendarFeeds {

    /** Opens the feed of a person; a secret that they had before is good for nothing from now on. */
    void open(String person, String secretHash, Instant at);

    /** Closes it, if there is one. */
    void close(String person);

    /** Whose feed this is the secret of. */
    Optional<String> person(String secretHash);
}

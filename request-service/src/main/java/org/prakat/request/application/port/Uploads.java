package org.prakat.request.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.prakat.request.domain.Upload;

/** The files that other offices sent ahead. */
public interface Uploads {

    /** @return false when one of its id is there already */
    boolean keep(Upload upload);

    Optional<Upload> find(String id);

    /** How many files of an office no request has yet. */
    long waiting(String office);

    /** Gives a file to a request, once and for all; false when another one has it, or when it is gone. */
    boolean claim(String id, String request);

    /** Those that came before a time, the oldest first. */
    List<Upload> before(Instant time, int limit);

    void forget(String id);
}

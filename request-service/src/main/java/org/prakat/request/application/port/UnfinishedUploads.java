package org.prakat.request.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.prakat.request.domain.UnfinishedUpload;

/** The files that other offices send piece by piece, shared by all replicas. */
public interface UnfinishedUploads {

    void add(UnfinishedUpload upload);

    Optional<UnfinishedUpload> find(String id);

    /** Those of an office. */
    List<UnfinishedUpload> of(String office, int limit);

    /** Keeps a key before something is stored under it, so that it is never forgotten; false when the upload is gone. */
    boolean announce(String id, String key);

    /** Adds pieces, unless others were added meanwhile. */
    boolean extend(UnfinishedUpload seen, List<UnfinishedUpload.Piece> pieces);

    /** Those that were begun before a time, the oldest first. */
    List<UnfinishedUpload> before(Instant time, int limit);

    void remove(String id);
}

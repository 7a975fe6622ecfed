package org.prakat.request.application.port;

import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Repository;
import org.prakat.common.domain.Versioned;
import org.prakat.request.domain.PublicationRequest;

/** The publication requests. */
public interface Requests extends Repository<PublicationRequest> {

    /** The requests of an owner, the newest first. */
    Page<Versioned<PublicationRequest>> ownedBy(String requester, @Nullable String cursor, int limit);
}

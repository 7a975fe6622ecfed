package org.prakat.gateway.application.port;

import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Repository;
import org.prakat.common.domain.Versioned;
import org.prakat.gateway.domain.OfficeClient;

/** The programs of other offices. */
public interface OfficeClients extends Repository<OfficeClient> {

    /** In the order of their ids. */
    Page<Versioned<OfficeClient>> list(@Nullable String cursor, int limit);
}

package org.prakat.gateway.adapter.out.mongo;

import static com.mongodb.client.model.Sorts.ascending;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Versioned;
import org.prakat.common.mongo.AggregateCollection;
import org.prakat.common.mongo.AggregateStorage;
import org.prakat.gateway.application.port.OfficeClients;
import org.prakat.gateway.domain.OfficeClient;

/** Offices' programs in the collection {@code office_clients}. */
public final class MongoOfficeClients extends AggregateCollection<OfficeClient> implements OfficeClients {

    public MongoOfficeClients(AggregateStorage storage) {
        super(storage, "office_clients", OfficeClient.class, new Audited<>(OfficeClient::host, "secretHash"));
    }

    @Override
    public Page<Versioned<OfficeClient>> list(@Nullable String cursor, int limit) {
        List<Versioned<OfficeClient>> found = find(IdCursor.after(cursor), ascending("_id"), limit);
        return Page.of(found, limit, last -> IdCursor.of(last.state().id()));
    }
}

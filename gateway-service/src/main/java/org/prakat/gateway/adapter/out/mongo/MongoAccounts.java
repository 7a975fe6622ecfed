package org.prakat.gateway.adapter.out.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Versioned;
import org.prakat.common.mongo.AggregateCollection;
import org.prakat.common.mongo.AggregateStorage;
import org.prakat.gateway.application.port.Accounts;
import org.prakat.gateway.domain.Account;

/** Accounts in the collection {@code accounts}. */
public final class MongoAccounts extends AggregateCollection<Account> implements Accounts {

    public MongoAccounts(AggregateStorage storage) {
        super(storage, "accounts", Account.class, new Audited<>(Account::office, "passwordHash"));
        documents().createIndex(Indexes.ascending("state.userName"), new IndexOptions().unique(true));
    }

    @Override
    public Optional<Versioned<Account>> update(
            String id, Versioned<Account> before, Change<Account> change, Cause cause) {
        try {
            return super.update(id, before, change, cause);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Optional<Versioned<Account>> named(String userName) {
        return find(eq("state.userName", userName), ascending("_id"), 1).stream()
                .findFirst();
    }

    @Override
    public Page<Versioned<Account>> list(@Nullable String cursor, int limit) {
        List<Versioned<Account>> found = find(IdCursor.after(cursor), ascending("_id"), limit);
        return Page.of(found, limit, last -> IdCursor.of(last.state().id()));
    }

    @Override
    public boolean isEmpty() {
        return documents().find().limit(1).first() == null;
    }
}

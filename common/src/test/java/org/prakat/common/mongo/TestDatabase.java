package org.prakat.common.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.Set;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.Person;
import org.prakat.testing.BackingServers;

/** An empty database on the backing servers, for one test class. */
public final class TestDatabase {

    /** Who calls, where that is not what is tested. */
    static final Identity CALLER =
            new Identity(new Person("caller", "มาลี ใจดี", "นักวิชาการ"), "wang-saphung", null, Set.of(Role.OFFICER));

    private static final MongoClient CLIENT =
            MongoClients.create(BackingServers.get().mongoUri());

    private TestDatabase() {}

    public static MongoDatabase empty(String name) {
        MongoDatabase database = CLIENT.getDatabase(name);
        database.drop();
        return database;
    }
}

package org.prakat.common.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.prakat.testing.BackingServers;

/** An empty database on the backing servers, for one test class. */
public final class TestDatabase {

    private static final MongoClient CLIENT =
            MongoClients.create(BackingServers.get().mongoUri());

    private TestDatabase() {}

    public static MongoDatabase empty(String name) {
        MongoDatabase database = CLIENT.getDatabase(name);
        database.drop();
        return database;
    }
}

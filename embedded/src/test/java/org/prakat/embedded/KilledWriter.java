package org.prakat.embedded;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bson.Document;

/** Inserts and updates documents until it is killed, and names each one whose update was acknowledged. */
final class KilledWriter {

    private KilledWriter() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (EmbeddedMongo mongo = new EmbeddedMongo(Path.of(arguments[0]), 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> items = EmbeddedMongoTest.items(client);
            for (int i = 0; ; i++) {
                String id = "item-" + i;
                items.insertOne(new Document("_id", id));
                items.updateOne(eq("_id", id), Updates.set("updated", true));
                out.println(id);
            }
        }
    }
}

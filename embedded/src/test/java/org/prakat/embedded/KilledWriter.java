package org.prakat.embedded;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Inserts and updates documents until it is killed, and names each one whose update was acknowledged. */
final class KilledWriter {

    /** Several, so that one's commit runs into another's. */
    private static final int WRITERS = 6;

    private KilledWriter() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (EmbeddedMongo mongo = new EmbeddedMongo(Path.of(arguments[0]), 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
            for (int writer = 0; writer < WRITERS; writer++) {
                String prefix = "item-" + writer + "-";
                writers.submit(() -> write(EmbeddedMongoTest.items(client), prefix, out));
            }
            writers.awaitTermination(1, TimeUnit.HOURS);
        }
    }

    private static void write(MongoCollection<Document> items, String prefix, PrintStream out) {
        for (int i = 0; ; i++) {
            String id = prefix + i;
            items.insertOne(new Document("_id", id));
            items.updateOne(eq("_id", id), Updates.set("updated", true));
            out.println(id);
        }
    }
}

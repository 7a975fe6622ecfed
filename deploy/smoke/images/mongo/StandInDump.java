import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * Stands in for mongodump and mongorestore, which read the same options: every collection with its indexes and its documents, in a
 * format of its own. What is not here: the oplog, users, and everything else of theirs.
 */
public final class StandInDump {

    private static final Set<String> SERVERS_OWN = Set.of("admin", "local", "config");

    public static void main(String[] arguments) throws IOException {
        List<String> given = Arrays.asList(arguments);
        String uri = "mongodb://" + after("-u", given) + ":" + after("-p", given)
                + "@localhost/?authSource=admin&directConnection=true";
        try (MongoClient server = MongoClients.create(uri)) {
            if (given.get(0).equals("mongodump")) {
                dump(server);
            } else {
                restore(server);
            }
        }
    }

    private static String after(String option, List<String> given) {
        return given.get(given.indexOf(option) + 1);
    }

    private static void dump(MongoClient server) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(new BufferedOutputStream(System.out)))) {
            for (String name : server.listDatabaseNames()) {
                if (SERVERS_OWN.contains(name)) {
                    continue;
                }
                MongoDatabase database = server.getDatabase(name);
                for (String collection : database.listCollectionNames()) {
                    for (BsonDocument index : database.getCollection(collection).listIndexes(BsonDocument.class)) {
                        index.remove("ns");
                        write(out, name, collection, "index", index);
                    }
                    for (RawBsonDocument document : database.getCollection(collection, RawBsonDocument.class).find()) {
                        write(out, name, collection, "document", document);
                    }
                }
            }
        }
    }

    private static void write(DataOutputStream out, String database, String collection, String kind, BsonDocument what)
            throws IOException {
        BsonDocument entry = new BsonDocument("database", new BsonString(database))
                .append("collection", new BsonString(collection))
                .append(kind, what);
        ByteBuf bytes = new RawBsonDocument(entry, new BsonDocumentCodec()).getByteBuffer();
        out.writeInt(bytes.remaining());
        out.write(bytes.array(), bytes.position(), bytes.remaining());
    }

    private static void restore(MongoClient server) throws IOException {
        Set<String> emptied = new HashSet<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(System.in)))) {
            while (true) {
                byte[] bytes = new byte[in.readInt()];
                in.readFully(bytes);
                RawBsonDocument entry = new RawBsonDocument(bytes);
                MongoDatabase database = server.getDatabase(entry.getString("database").getValue());
                String collection = entry.getString("collection").getValue();
                if (emptied.add(database.getName() + "." + collection)) {
                    database.getCollection(collection).drop();
                }
                if (entry.containsKey("index")) {
                    database.runCommand(new BsonDocument("createIndexes", new BsonString(collection))
                            .append("indexes", new BsonArray(List.of(entry.get("index")))));
                } else {
                    database.getCollection(collection, BsonDocument.class).insertOne(entry.getDocument("document"));
                }
            }
        } catch (EOFException e) {
            // That was all.
        }
    }
}

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.prakat.embedded.EmbeddedMongo;

/**
 * Stands in for mongod where no MongoDB can be had: Prakat's embedded server, and before it what a replica set of one member
 * with users does beyond it. A client signs in (SCRAM-SHA-256) and is let into the databases that its roles name. What is not
 * here: everything else of MongoDB.
 */
public final class StandInMongo {

    private static final int PORT = 27017;
    private static final int HEADER = 16;
    private static final int LONGEST = 64 * 1024 * 1024;
    private static final int OP_REPLY = 1;
    private static final int OP_QUERY = 2004;
    private static final int OP_MSG = 2013;
    private static final int NOT_AUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;
    private static final int NOT_YET_INITIALIZED = 94;

    /** What a client may ask before it has said who it is. */
    private static final Set<String> FOR_EVERYBODY =
            Set.of("ping", "buildInfo", "buildinfo", "endSessions", "logout", "getnonce");

    private final Users users;
    private final boolean signInNeeded;
    private final String replicaSet;
    private final int storePort;

    private StandInMongo(Users users, boolean signInNeeded, String replicaSet, int storePort) {
        this.users = users;
        this.signInNeeded = signInNeeded;
        this.replicaSet = replicaSet;
        this.storePort = storePort;
    }

    /** Arguments as those of mongod that the set-up gives: {@code --replSet NAME}, {@code --keyFile FILE}, {@code --bind_ip_all}. */
    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        Path folder = Path.of("/data/db");
        EmbeddedMongo store = new EmbeddedMongo(folder, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(store::close));
        Users users = new Users(folder.resolve("users.json"));
        users.firstFrom(System.getenv());
        String replicaSet = given.contains("--replSet") ? given.get(given.indexOf("--replSet") + 1) : "";
        new StandInMongo(users, given.contains("--keyFile"), replicaSet, URI.create(store.uri()).getPort()).serve();
    }

    private void serve() throws IOException {
        try (ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress(PORT), 1024);
            System.out.println("listens on " + PORT);
            while (true) {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> new Connection(client).serve());
            }
        }
    }

    /** A message of the wire protocol. */
    private record Message(int id, int kind, byte[] bytes) {

        static Message read(DataInputStream in) throws IOException {
            byte[] header = in.readNBytes(HEADER);
            if (header.length < HEADER) {
                throw new EOFException();
            }
            ByteBuffer buffer = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
            int length = buffer.getInt();
            if (length < HEADER || length > LONGEST) {
                throw new IOException("a message of " + length + " bytes");
            }
            byte[] bytes = Arrays.copyOf(header, length);
            in.readFully(bytes, HEADER, length - HEADER);
            return new Message(buffer.getInt(), ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(12), bytes);
        }

        static Message command(BsonDocument command) {
            byte[] body = encoded(command);
            ByteBuffer buffer = ByteBuffer.allocate(HEADER + 5 + body.length).order(ByteOrder.LITTLE_ENDIAN);
            buffer.putInt(buffer.capacity()).putInt(1).putInt(0).putInt(OP_MSG).putInt(0).put((byte) 0).put(body);
            return new Message(1, OP_MSG, buffer.array());
        }

        BsonDocument document() {
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            int at = HEADER + 4;
            if (kind == OP_QUERY) {
                while (bytes[at] != 0) {
                    at++;
                }
                at += 1 + 4 + 4;
            } else {
                // A sequence of documents may stand before the command itself.
                while (bytes[at] != 0) {
                    at += 1 + buffer.getInt(at + 1);
                }
                at++;
            }
            return new RawBsonDocument(bytes, at, buffer.getInt(at));
        }

        String database() {
            if (kind == OP_MSG) {
                return document().getString("$db").getValue();
            }
            int start = HEADER + 4;
            int end = start;
            while (bytes[end] != '.') {
                end++;
            }
            return new String(bytes, start, end - start, StandardCharsets.UTF_8);
        }

        byte[] answer(BsonDocument answer) {
            byte[] body = encoded(answer);
            int before = kind == OP_QUERY ? 20 : 5;
            ByteBuffer buffer = ByteBuffer.allocate(HEADER + before + body.length).order(ByteOrder.LITTLE_ENDIAN);
            buffer.putInt(buffer.capacity()).putInt(0).putInt(id).putInt(kind == OP_QUERY ? OP_REPLY : OP_MSG);
            if (kind == OP_QUERY) {
                buffer.putInt(8).putLong(0).putInt(0).putInt(1);
            } else {
                buffer.putInt(0).put((byte) 0);
            }
            return buffer.put(body).array();
        }

        private static byte[] encoded(BsonDocument document) {
            RawBsonDocument raw = new RawBsonDocument(document, new BsonDocumentCodec());
            byte[] bytes = new byte[raw.getByteBuffer().remaining()];
            raw.getByteBuffer().get(bytes);
            return bytes;
        }
    }

    private final class Connection {

        private final Socket client;
        private BsonDocument user;
        private Conversation conversation;

        Connection(Socket client) {
            this.client = client;
        }

        void serve() {
            try (client;
                    Socket store = new Socket(InetAddress.getLoopbackAddress(), storePort)) {
                client.setTcpNoDelay(true);
                store.setTcpNoDelay(true);
                DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(client.getInputStream()));
                DataInputStream stored = new DataInputStream(new java.io.BufferedInputStream(store.getInputStream()));
                OutputStream out = client.getOutputStream();
                while (true) {
                    Message message = Message.read(in);
                    out.write(answer(message, store.getOutputStream(), stored));
                    out.flush();
                }
            } catch (EOFException e) {
                // It has hung up.
            } catch (IOException | GeneralSecurityException e) {
                System.out.println("a connection ends: " + e);
            }
        }

        private byte[] answer(Message message, OutputStream toStore, DataInputStream fromStore)
                throws IOException, GeneralSecurityException {
            BsonDocument command = message.document();
            String name = command.getFirstKey();
            String database = message.database();
            switch (name) {
                case "hello", "isMaster", "ismaster" -> {
                    BsonDocument asked = new BsonDocument("ismaster", new BsonInt32(1)).append("$db", new BsonString("admin"));
                    toStore.write(Message.command(asked).bytes());
                    return message.answer(hello(command, Message.read(fromStore).document()));
                }
                case "saslStart" -> {
                    conversation = new Conversation(users, database);
                    return message.answer(conversation.begin(command));
                }
                case "saslContinue" -> {
                    BsonDocument answer = conversation.end(command);
                    user = conversation.user();
                    return message.answer(answer);
                }
                default -> {
                    if (!mayCall(name, database)) {
                        return message.answer(error(NOT_AUTHORIZED, "Unauthorized", "not authorized on " + database + " to execute " + name));
                    }
                    BsonDocument own = own(command, name, database);
                    if (own != null) {
                        return message.answer(own);
                    }
                    toStore.write(message.bytes());
                    return Message.read(fromStore).bytes();
                }
            }
        }

        private boolean mayCall(String name, String database) {
            if (!signInNeeded || FOR_EVERYBODY.contains(name)) {
                return true;
            }
            return user != null
                    && user.getArray("roles").stream()
                            .map(BsonValue::asDocument)
                            .anyMatch(role -> role.getString("role").getValue().equals("root")
                                    || role.getString("db").getValue().equals(database));
        }
    }

    /** What the store does not know: the replica set and its users. Null for what it does. */
    private BsonDocument own(BsonDocument command, String name, String database) throws IOException, GeneralSecurityException {
        switch (name) {
            case "ping", "endSessions", "logout" -> {
                return ok();
            }
            case "replSetGetStatus" -> {
                return users.member() == null
                        ? error(NOT_YET_INITIALIZED, "NotYetInitialized", "no replset config has been received")
                        : ok().append("set", new BsonString(replicaSet)).append("myState", new BsonInt32(1));
            }
            case "replSetInitiate" -> {
                BsonValue given = command.get(name);
                boolean named = given.isDocument() && given.asDocument().containsKey("members");
                users.become(named
                        ? given.asDocument().getArray("members").get(0).asDocument().getString("host").getValue()
                        : InetAddress.getLocalHost().getHostName() + ":" + PORT);
                return ok();
            }
            case "usersInfo" -> {
                BsonDocument found = users.find(database, command.getString(name).getValue());
                BsonArray all = new BsonArray();
                if (found != null) {
                    all.add(new BsonDocument("user", found.get("user")).append("db", found.get("db")).append("roles", found.get("roles")));
                }
                return ok().append("users", all);
            }
            case "rolesInfo" -> {
                return ok().append("roles", new BsonArray());
            }
            case "createRole", "grantRolesToUser" -> {
                return ok();
            }
            case "createUser", "updateUser" -> {
                users.put(database, command.getString(name).getValue(), command.getString("pwd").getValue(), command.getArray("roles"));
                return ok();
            }
            default -> {
                return null;
            }
        }
    }

    private BsonDocument hello(BsonDocument asked, BsonDocument stored) {
        BsonDocument answer = new BsonDocument();
        stored.forEach(answer::append);
        answer.append("helloOk", BsonBoolean.TRUE).append("maxWireVersion", new BsonInt32(9));
        if (asked.containsKey("saslSupportedMechs")) {
            answer.append("saslSupportedMechs", new BsonArray(List.of(new BsonString("SCRAM-SHA-256"))));
        }
        if (!replicaSet.isEmpty()) {
            boolean primary = users.member() != null;
            answer.append("ismaster", BsonBoolean.valueOf(primary)).append("isWritablePrimary", BsonBoolean.valueOf(primary));
            answer.append("secondary", BsonBoolean.FALSE);
            if (primary) {
                BsonString member = new BsonString(users.member());
                answer.append("setName", new BsonString(replicaSet))
                        .append("setVersion", new BsonInt32(1))
                        .append("hosts", new BsonArray(List.of(member)))
                        .append("primary", member)
                        .append("me", member);
            } else {
                answer.append("isreplicaset", BsonBoolean.TRUE);
            }
        }
        return answer;
    }

    private static BsonDocument ok() {
        return new BsonDocument("ok", new BsonDouble(1));
    }

    private static BsonDocument error(int code, String name, String message) {
        return new BsonDocument("ok", new BsonDouble(0))
                .append("errmsg", new BsonString(message))
                .append("code", new BsonInt32(code))
                .append("codeName", new BsonString(name));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    /** The users, and the name under which the replica set knows this member, in one file. */
    private static final class Users {

        private static final int ITERATIONS = 15_000;
        private static final int SALT_BYTES = 28;
        private static final int KEY_BITS = 256;

        private final Path file;
        private final BsonDocument kept;

        Users(Path file) throws IOException {
            this.file = file;
            this.kept = Files.exists(file) ? BsonDocument.parse(Files.readString(file)) : new BsonDocument();
        }

        /** As the official image: the first user comes from the environment, when there is none yet. */
        void firstFrom(java.util.Map<String, String> environment) throws IOException, GeneralSecurityException {
            String name = environment.get("MONGO_INITDB_ROOT_USERNAME");
            if (name != null && kept.isEmpty()) {
                String password = Files.readString(Path.of(environment.get("MONGO_INITDB_ROOT_PASSWORD_FILE"))).trim();
                put("admin", name, password, BsonArray.parse("[{role: 'root', db: 'admin'}]"));
            }
        }

        synchronized String member() {
            return kept.containsKey("member") ? kept.getString("member").getValue() : null;
        }

        synchronized void become(String member) throws IOException {
            kept.append("member", new BsonString(member));
            keep();
        }

        synchronized BsonDocument find(String database, String name) {
            return kept.containsKey(database + "." + name) ? kept.getDocument(database + "." + name) : null;
        }

        synchronized void put(String database, String name, String password, BsonArray roles)
                throws IOException, GeneralSecurityException {
            byte[] salt = new byte[SALT_BYTES];
            new SecureRandom().nextBytes(salt);
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, KEY_BITS))
                    .getEncoded();
            kept.append(
                    database + "." + name,
                    new BsonDocument("user", new BsonString(name))
                            .append("db", new BsonString(database))
                            .append("roles", roles)
                            .append("salt", new BsonBinary(salt))
                            .append("storedKey", new BsonBinary(sha256(hmac(salted, "Client Key"))))
                            .append("serverKey", new BsonBinary(hmac(salted, "Server Key"))));
            keep();
        }

        private void keep() throws IOException {
            Path next = Files.writeString(file.resolveSibling("users.new"), kept.toJson());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** One sign-in by SCRAM-SHA-256 (RFC 7677). */
    private static final class Conversation {

        private final Users users;
        private final String database;
        private BsonDocument claimed;
        private String exchanged;
        private boolean proven;

        Conversation(Users users, String database) {
            this.users = users;
            this.database = database;
        }

        BsonDocument user() {
            return proven ? claimed : null;
        }

        BsonDocument begin(BsonDocument command) {
            String first = text(command).substring("n,,".length());
            claimed = users.find(database, part(first, "n"));
            if (claimed == null || !command.getString("mechanism").getValue().equals("SCRAM-SHA-256")) {
                return error(AUTHENTICATION_FAILED, "AuthenticationFailed", "Authentication failed.");
            }
            byte[] nonce = new byte[24];
            new SecureRandom().nextBytes(nonce);
            String answer = "r=" + part(first, "r") + Base64.getEncoder().encodeToString(nonce) + ",s="
                    + Base64.getEncoder().encodeToString(claimed.getBinary("salt").getData()) + ",i=" + Users.ITERATIONS;
            exchanged = first + "," + answer;
            return answer(answer, false);
        }

        BsonDocument end(BsonDocument command) throws GeneralSecurityException {
            String last = text(command);
            String unproven = last.substring(0, last.lastIndexOf(",p="));
            String all = exchanged + "," + unproven;
            byte[] storedKey = claimed.getBinary("storedKey").getData();
            byte[] key = Base64.getDecoder().decode(part(last, "p"));
            byte[] signature = hmac(storedKey, all);
            for (int i = 0; i < key.length; i++) {
                key[i] ^= signature[i];
            }
            proven = exchanged.contains("," + "r=" + part(unproven, "r")) && MessageDigest.isEqual(sha256(key), storedKey);
            return proven
                    ? answer("v=" + Base64.getEncoder().encodeToString(hmac(claimed.getBinary("serverKey").getData(), all)), true)
                    : error(AUTHENTICATION_FAILED, "AuthenticationFailed", "Authentication failed.");
        }

        private static BsonDocument answer(String payload, boolean done) {
            return ok().append("conversationId", new BsonInt32(1))
                    .append("done", BsonBoolean.valueOf(done))
                    .append("payload", new BsonBinary(payload.getBytes(StandardCharsets.UTF_8)));
        }

        private static String text(BsonDocument command) {
            return new String(command.getBinary("payload").getData(), StandardCharsets.UTF_8);
        }

        private static String part(String text, String name) {
            for (String part : text.split(",")) {
                if (part.startsWith(name + "=")) {
                    return part.substring(name.length() + 1);
                }
            }
            return "";
        }
    }
}

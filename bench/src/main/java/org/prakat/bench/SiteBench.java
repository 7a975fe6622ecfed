package org.prakat.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.bson.Document;
import org.prakat.publishing.PublishingServiceApplication;
import org.prakat.standalone.KeptSecrets;
import org.prakat.standalone.Options;
import org.prakat.standalone.Standalone;
import org.prakat.standalone.demo.StaffClient;

/**
 * Measures the public site with ten thousand publications, beside nginx with the same bytes, and while twenty publications a second
 * arrive. The publications are copies of one that went through the whole procedure.
 */
public final class SiteBench {

    private static final int PUBLICATIONS = 10_000;
    private static final int POPULAR = 500;
    private static final int ARRIVING_PER_SECOND = 20;
    private static final int HANDS = 2;
    private static final int AT_A_TIME = 500;
    private static final int ARRIVING = 6_200;
    private static final int READING_PER_SECOND = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration LENGTH = Duration.ofSeconds(8);

    /** As long as the compiler wants a core for itself. What publishes runs for so long, too, before it is measured. */
    private static final Duration WARM_UP_UNDER_LOAD = Duration.ofSeconds(30);

    /**
     * So long that a single collection of the whole heap, a third of a second once in minutes, does not decide how long one reader in a
     * hundred waits.
     */
    private static final Duration LENGTH_UNDER_LOAD = Duration.ofMinutes(2);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Standalone system;
    private final Map<String, String> passwords;
    private final Queue<String> arriving = new ConcurrentLinkedQueue<>();

    private SiteBench(Standalone system, Map<String, String> passwords) {
        this.system = system;
        this.passwords = passwords;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("prakat-site-bench");
        try (Standalone system = Standalone.start(new Options(data, 0, true, Clock.systemUTC()));
                MongoClient mongo = MongoClients.create(system.mongoUri())) {
            SiteBench bench = new SiteBench(system, new KeptSecrets(data).demoPasswords());
            bench.fill(mongo.getDatabase("prakat_publishing").getCollection("publications"));
            bench.measure(Path.of(data.toString(), "nginx"));
        } finally {
            Bench.delete(data);
        }
    }

    private static String home(int number) {
        return "/";
    }

    private static String category(int number) {
        return "/categories/news";
    }

    private static String popularItem(int number) {
        return item(number % POPULAR);
    }

    /** A step that has no divisor in common with the number of publications visits each of them. */
    private static String anyItem(int number) {
        return item((int) (number * 7_919L % PUBLICATIONS));
    }

    private static String item(int number) {
        return "/items/bench-" + number;
    }

    private void fill(MongoCollection<Document> publications) throws Exception {
        StaffClient officer = signedIn("officer");
        StaffClient approver = signedIn("approver");
        StaffClient webmaster = signedIn("webmaster");
        long begin = System.nanoTime();
        for (int i = 0; i < ARRIVING; i++) {
            String id = Procedure.draft(officer, "ประกาศผลการประเมินครั้งที่ " + i);
            Procedure.submit(officer, id);
            Procedure.approve(approver, id);
            arriving.add(id);
        }
        String first = Procedure.draft(officer, "ประกาศผลการประเมิน");
        Procedure.submit(officer, first);
        Procedure.approve(approver, first);
        Procedure.publish(webmaster, first);
        say("%d requests approved in %.0f s", ARRIVING + 1, (System.nanoTime() - begin) / 1e9);
        copy(
                Objects.requireNonNull(
                        publications.find(new Document("_id", first)).first()),
                publications);
    }

    private void copy(Document published, MongoCollection<Document> publications) {
        long begin = System.nanoTime();
        Instant now = Clock.systemUTC().instant();
        List<Document> copies = new ArrayList<>();
        for (int i = 0; i < PUBLICATIONS; i++) {
            Document copy = copy(published, "bench-" + i);
            Document standing = copy.get("state", Document.class).get("standing", Document.class);
            standing.put("publishingOrder", i + 2);
            standing.put("orderKey", "bench/" + i);
            standing.put("publishedFrom", Date.from(now.minusSeconds(PUBLICATIONS - i)));
            copies.add(copy);
        }
        for (int i = 0; i < PUBLICATIONS; i += AT_A_TIME) {
            publications.insertMany(copies.subList(i, i + AT_A_TIME));
        }
        say("%d publications stored in %.0f s", PUBLICATIONS, (System.nanoTime() - begin) / 1e9);
    }

    private static Document copy(Document original, String id) {
        Document copy = Document.parse(original.toJson());
        copy.put("_id", id);
        copy.get("state", Document.class).put("id", id);
        for (String queue : List.of("outbox", "audit")) {
            copy.put(queue, List.of());
        }
        return copy;
    }

    private void measure(Path folder) throws Exception {
        String service = system.serviceAddress(PublishingServiceApplication.NAME);
        Files.createDirectories(folder.resolve("items"));
        Files.write(folder.resolve("index.html"), new byte[0]);
        Files.write(folder.resolve("index.html.gz"), packed(service + "/"));
        Files.createDirectories(folder.resolve("categories"));
        Files.write(folder.resolve("categories/news.gz"), packed(service + "/categories/news"));
        byte[] page = packed(service + item(0));
        for (int i = 0; i < PUBLICATIONS; i++) {
            Files.write(folder.resolve("items/bench-" + i + ".gz"), page);
        }
        say("one item page has %d bytes, packed", page.length);
        Optional<Nginx> nginx = Nginx.serve(folder);
        if (nginx.isEmpty()) {
            say("SKIPPED: no nginx is installed here, so there is no baseline");
        }
        try {
            compare("popular items", SiteBench::popularItem, nginx, service);
            compare("any item", SiteBench::anyItem, nginx, service);
            compare("home page", SiteBench::home, nginx, service);
            compare("category page", SiteBench::category, nginx, service);
            underLoad("items", SiteBench::popularItem);
            underLoad("home page", SiteBench::home);
        } finally {
            if (nginx.isPresent()) {
                nginx.get().close();
            }
        }
    }

    private void compare(String what, IntFunction<String> paths, Optional<Nginx> nginx, String service)
            throws Exception {
        Load.Result ours = run(service, paths);
        Load.Result through = run(system.address(), paths);
        say("%-14s publishing-service: %s", what, text(ours));
        say("%-14s through the gateway: %s", what, text(through));
        if (nginx.isPresent()) {
            Load.Result baseline = run(nginx.get().address(), paths);
            say("%-14s nginx, same bytes: %s", what, text(baseline));
            say(
                    "%-14s ratio: %.2f, through the gateway %.2f",
                    what, ours.perSecond() / baseline.perSecond(), through.perSecond() / baseline.perSecond());
        }
    }

    private static Load.Result run(String server, IntFunction<String> paths) throws Exception {
        Load load = new Load(server, paths);
        load.run(WARM_UP);
        return load.run(LENGTH);
    }

    /** How long a reader waits while publications arrive, and while none do; with so many readers as the machine bears easily. */
    private void underLoad(String what, IntFunction<String> paths) throws Exception {
        Load readers = new Load(system.address(), paths).at(READING_PER_SECOND);
        readers.run(WARM_UP_UNDER_LOAD);
        Load.Result idle = readers.run(LENGTH_UNDER_LOAD);
        try (Arrivals arrivals = Arrivals.begin(this)) {
            readers.run(WARM_UP_UNDER_LOAD);
            Load.Result busy = readers.run(LENGTH_UNDER_LOAD);
            say(
                    "%-14s while %.1f publications a second arrive: %s; idle: %s; p99 ratio %.1f",
                    what,
                    arrivals.perSecond(),
                    text(busy),
                    text(idle),
                    busy.latency().at(0.99) / idle.latency().at(0.99));
        }
    }

    /** A webmaster who publishes twenty items a second, as well as that goes. */
    private record Arrivals(ScheduledExecutorService webmaster, Queue<String> waiting, int first, long begin)
            implements AutoCloseable {

        static Arrivals begin(SiteBench bench) throws Exception {
            StaffClient client = bench.signedIn("webmaster");
            ScheduledExecutorService webmaster = Executors.newScheduledThreadPool(HANDS);
            int first = bench.arriving.size();
            for (int hand = 0; hand < HANDS; hand++) {
                webmaster.scheduleAtFixedRate(
                        () -> publish(client, bench.arriving.remove()),
                        hand * 1_000L / ARRIVING_PER_SECOND,
                        HANDS * 1_000L / ARRIVING_PER_SECOND,
                        TimeUnit.MILLISECONDS);
            }
            return new Arrivals(webmaster, bench.arriving, first, System.nanoTime());
        }

        private static void publish(StaffClient webmaster, String id) {
            String path = "/api/publications/" + id + "/publication";
            try {
                webmaster.post(path, "\"1\"", Map.of("checked", true)).orFail();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        double perSecond() {
            return (first - waiting.size()) / ((System.nanoTime() - begin) / 1e9);
        }

        @Override
        public void close() throws InterruptedException {
            webmaster.shutdown();
            webmaster.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private static byte[] packed(String address) throws Exception {
        HttpRequest call = HttpRequest.newBuilder(URI.create(address))
                .header("Accept-Encoding", "gzip")
                .build();
        return HttpClient.newHttpClient().send(call, BodyHandlers.ofByteArray()).body();
    }

    private StaffClient signedIn(String userName) throws Exception {
        StaffClient client = new StaffClient(system.address());
        client.signIn(userName, Objects.requireNonNull(passwords.get(userName)));
        return client;
    }

    private static String text(Load.Result result) {
        return String.format(
                Locale.ROOT,
                "%.0f a second, p50 %.2f ms, p99 %.2f ms",
                result.perSecond(),
                result.latency().at(0.5),
                result.latency().at(0.99));
    }

    private void say(String format, Object... arguments) {
        out.printf(Locale.ROOT, format + "%n", arguments);
    }
}

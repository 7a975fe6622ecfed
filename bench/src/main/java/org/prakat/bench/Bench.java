package org.prakat.bench;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.MinioObjectStore;
import org.prakat.standalone.KeptSecrets;
import org.prakat.standalone.Options;
import org.prakat.standalone.Standalone;
import org.prakat.standalone.demo.StaffClient;
import org.prakat.standalone.demo.StaffClient.Answer;

/** Runs the measures one after the other on a system of its own, and prints a line for each. */
public final class Bench {

    private static final int HOPS = 500;
    private static final int WARM_UP = 400;
    private static final int REQUESTS = 200;
    private static final int PEOPLE = 4;
    private static final int EVENTS = 500;
    private static final long GIGABYTE = 1024L * 1024 * 1024;
    private static final int EVENT_SIZE = 2_000;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Standalone system;
    private final Map<String, String> passwords;
    /** The same title twice would be a likely duplicate, which the approver must answer. */
    private final AtomicLong drafts = new AtomicLong();

    private Bench(Standalone system, Map<String, String> passwords) {
        this.system = system;
        this.passwords = passwords;
    }

    /** @param arguments {@code events} for the events of other offices alone; nothing for all */
    public static void main(String[] arguments) throws Exception {
        // Offices are slowed down at the gateway; here it is measured how fast they could be.
        System.setProperty("prakat.gateway.office-rate.per-minute", "1000000");
        System.setProperty("prakat.gateway.office-rate.burst", "1000000");
        Path data = Files.createTempDirectory("prakat-bench");
        long begin = System.nanoTime();
        try (Standalone system = Standalone.start(new Options(data, 0, true, Clock.systemUTC()))) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            Bench bench = new Bench(system, new KeptSecrets(data).demoPasswords());
            bench.say("start to ready: %.1f s, resident %d MB", seconds, resident());
            if (arguments.length == 0) {
                bench.hop();
                bench.procedure("in the first minutes");
                bench.procedure("after that");
            }
            bench.events();
            if (arguments.length == 0) {
                bench.upload();
            }
            bench.say("resident at the end: %d MB", resident());
        } finally {
            delete(data);
        }
    }

    /**
     * From the answer to the submission until the case stands in the approver's inbox: as its service's database has it, and
     * as the approver reads it, with what it costs this machine to look again and again.
     */
    private void hop() throws Exception {
        StaffClient approver = signedIn("approver");
        Percentiles raw;
        Percentiles stored;
        try (MongoClient mongo = MongoClients.create(system.mongoUri())) {
            MongoCollection<Document> cases =
                    mongo.getDatabase("prakat_approval").getCollection("approval_cases");
            stored = hops(300, id -> cases.countDocuments(eq("_id", id)) == 1);
            raw = RawHop.measure(system.kafkaBootstrapServers(), HOPS, EVENT_SIZE);
        }
        Percentiles read = hops(1000, id -> approver.get("/api/approvals/" + id).status() == 200);
        Percentiles look = reads(approver);
        say("event hop, submission to inbox: p50 %.2f ms, p99 %.2f ms", stored.at(0.5), stored.at(0.99));
        say("raw produce and poll:           p50 %.2f ms, p99 %.2f ms", raw.at(0.5), raw.at(0.99));
        say(
                "ratio:                          p50 %.1f, p99 %.1f",
                stored.at(0.5) / raw.at(0.5), stored.at(0.99) / raw.at(0.99));
        say("the same until it is read (HTTP): p50 %.2f ms, p99 %.2f ms", read.at(0.5), read.at(0.99));
        say("of which one look at it:        p50 %.2f ms, p99 %.2f ms", look.at(0.5), look.at(0.99));
    }

    /** Whether the case with an id stands in the inbox. */
    private interface Look {
        boolean sees(String caseId) throws Exception;
    }

    private Percentiles hops(int microsBetween, Look look) throws Exception {
        StaffClient officer = signedIn("officer");
        long[] nanos = new long[HOPS];
        for (int i = -WARM_UP; i < HOPS; i++) {
            String id = draft(officer);
            Procedure.submit(officer, id);
            long begin = System.nanoTime();
            while (!look.sees(id + "-1")) {
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(microsBetween));
            }
            if (i >= 0) {
                nanos[i] = System.nanoTime() - begin;
            }
        }
        return Percentiles.of(nanos);
    }

    private static Percentiles reads(StaffClient approver) throws Exception {
        String found = approver.get("/api/approvals?limit=1")
                .body()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        long[] nanos = new long[HOPS];
        for (int i = 0; i < HOPS; i++) {
            long begin = System.nanoTime();
            approver.get("/api/approvals/" + found);
            nanos[i] = System.nanoTime() - begin;
        }
        return Percentiles.of(nanos);
    }

    private String draft(StaffClient officer) throws Exception {
        return Procedure.draft(officer, "วัดความเร็ว " + drafts.incrementAndGet());
    }

    /** Requests that go from the form to the site in a second, with several people at work. */
    private void procedure(String when) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        long begin = System.nanoTime();
        List<Future<?>> working = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            working.add(people.submit(() -> {
                workThrough(REQUESTS / PEOPLE);
                return null;
            }));
        }
        for (Future<?> one : working) {
            one.get();
        }
        people.shutdown();
        double seconds = (System.nanoTime() - begin) / 1e9;
        say(
                "whole procedure, %s: %.1f requests a second (%d by %d people)",
                when, REQUESTS / seconds, REQUESTS, PEOPLE);
    }

    private void workThrough(int count) throws Exception {
        StaffClient officer = signedIn("officer");
        StaffClient approver = signedIn("approver");
        StaffClient webmaster = signedIn("webmaster");
        for (int i = 0; i < count; i++) {
            String id = draft(officer);
            Procedure.submit(officer, id);
            Procedure.approve(approver, id);
            Procedure.publish(webmaster, id);
            while (!"PUBLISHED".equals(officer.get("/api/requests/" + id).text("status"))) {
                Procedure.pause(5);
            }
        }
    }

    /** Clean and poisoned by turns, since the embedded database gets slower as it fills. */
    private void events() throws Exception {
        try (EventRates rates = new EventRates(system)) {
            rates.register(signedIn("admin"));
            double raw = rates.raw(EVENTS);
            double overHttp = rates.overHttp("http-", EVENTS);
            double clean = rates.overKafka("clean-", EVENTS, false);
            double poisoned = rates.overKafka("poisoned-", EVENTS, true);
            double poisonedAgain = rates.overKafka("poisoned-again-", EVENTS, true);
            double cleanAgain = rates.overKafka("clean-again-", EVENTS, false);
            say("raw produce, one after the other: %.0f events a second", raw);
            say("events taken over HTTP: %.1f a second (%.2f of raw)", overHttp, overHttp / raw);
            double kafka = (clean + cleanAgain) / 2;
            say(
                    "events taken over Kafka: %.1f a second (%.2f of raw): %.1f, %.1f",
                    kafka, kafka / raw, clean, cleanAgain);
            double mixed = (poisoned + poisonedAgain) / 2;
            say(
                    "with 1 %% poison: %.1f a second (%.2f of clean): %.1f, %.1f",
                    mixed, mixed / kafka, poisoned, poisonedAgain);
        }
    }

    /** One gigabyte through the gateway, beside the same bytes straight into the store. */
    private void upload() throws Exception {
        StaffClient admin = signedIn("admin");
        Answer news = admin.get("/api/admin/categories/news");
        admin.put("/api/admin/categories/news", news.tag(), larger());
        StaffClient officer = signedIn("officer");
        while (officer.get("/api/form-choices").body().findValues("maxFileSize").stream()
                .noneMatch(size -> size.asLong() > GIGABYTE)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        double direct = putDirectly();
        HeapPeak peak = HeapPeak.watch();
        long begin = System.nanoTime();
        Answer answer = officer.upload(
                "/api/requests/" + draft(officer) + "/attachments",
                "large.pdf",
                "application/pdf",
                BodyPublishers.ofInputStream(() -> new LargePdf(GIGABYTE)));
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (answer.status() != 200) {
            throw new IllegalStateException("the upload was refused: " + answer.body());
        }
        say(
                "upload of 1 GB: %.0f MB/s through the gateway, %.0f MB/s straight into the store, ratio %.2f",
                1024 / seconds, 1024 / direct, direct / seconds);
        say("heap in use after collections grew by at most %d MB during the upload", peak.growthInMegabytes());
    }

    private static Map<String, Object> larger() {
        return Map.of(
                "office",
                "wang-saphung",
                "name",
                Map.of("th", "ข่าวประชาสัมพันธ์", "en", "News"),
                "position",
                6,
                "guideline",
                Map.of(
                        "effectiveFrom",
                        "2026-10-01",
                        "permittedExtensions",
                        List.of("pdf"),
                        "maxFileSize",
                        2 * GIGABYTE,
                        "maxFiles",
                        10,
                        "defaultPeriod",
                        Map.of("unit", "DAYS", "amount", 30),
                        "longestPeriod",
                        Map.of("unit", "DAYS", "amount", 180)),
                "active",
                true);
    }

    private double putDirectly() throws Exception {
        try (MinioObjectStore store = new MinioObjectStore(system.objectStore());
                InputStream content = new LargePdf(GIGABYTE)) {
            long begin = System.nanoTime();
            store.put(Bucket.INCOMING, "bench/direct", content, GIGABYTE, "application/pdf");
            double seconds = (System.nanoTime() - begin) / 1e9;
            store.delete(Bucket.INCOMING, "bench/direct");
            return seconds;
        }
    }

    private StaffClient signedIn(String userName) throws IOException, InterruptedException {
        StaffClient client = new StaffClient(system.address());
        client.signIn(userName, Objects.requireNonNull(passwords.get(userName)));
        return client;
    }

    private void say(String format, Object... arguments) {
        out.printf(Locale.ROOT, format + "%n", arguments);
    }

    /** The resident memory of this process, in megabytes. */
    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    static void delete(Path folder) throws IOException {
        try (var below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Begins like a PDF and is otherwise noise that does not repeat soon. */
    private static final class LargePdf extends InputStream {

        private static final byte[] HEAD = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

        private final long size;
        private long position;

        LargePdf(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            if (position >= size) {
                return -1;
            }
            int value = position < HEAD.length ? HEAD[(int) position] : (int) ((position * 31) >>> 3);
            position++;
            return value & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int wanted = (int) Math.min(length, size - position);
            for (int i = 0; i < wanted; i++) {
                buffer[offset + i] = (byte) read();
            }
            return wanted == 0 && length > 0 ? -1 : wanted;
        }
    }

    /** The highest use of the heap right after collections, over that at the beginning. */
    private static final class HeapPeak {

        private final AtomicBoolean watching = new AtomicBoolean(true);
        private final AtomicLong highest = new AtomicLong();
        private final long atFirst;

        private HeapPeak(long atFirst) {
            this.atFirst = atFirst;
        }

        static HeapPeak watch() {
            HeapPeak peak = new HeapPeak(liveHeap());
            Thread watcher = new Thread(() -> {
                while (peak.watching.get()) {
                    peak.highest.accumulateAndGet(liveHeap(), Math::max);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
                }
            });
            watcher.setDaemon(true);
            watcher.start();
            return peak;
        }

        private static long liveHeap() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }

        long growthInMegabytes() {
            watching.set(false);
            return Math.max(0, highest.get() - atFirst) / (1024 * 1024);
        }
    }
}

package org.prakat.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Steady work of several people at once, and what they met with. */
final class Traffic implements Course.Watch, AutoCloseable {

    private static final int EVERY = 3;

    private final ExecutorService people;
    private final List<Future<List<String>>> works = new ArrayList<>();
    private final Map<String, Duration> longest = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> refusals = new ConcurrentSkipListMap<>();
    private final AtomicInteger finished = new AtomicInteger();
    private volatile boolean going = true;

    /** Begins. */
    Traffic(int workers, String gateway, String password) throws Exception {
        people = Executors.newFixedThreadPool(workers);
        for (int i = 0; i < workers; i++) {
            Course course = new Course(gateway, password, this);
            works.add(people.submit(() -> keepOn(course)));
        }
    }

    private List<String> keepOn(Course course) throws Exception {
        List<String> done = new ArrayList<>();
        while (going) {
            done.add(course.run(done.size() % EVERY == 0));
            finished.incrementAndGet();
        }
        return done;
    }

    @Override
    public void refused(String call, String why) {
        refusals.merge(call + ": " + why, 1, Integer::sum);
    }

    @Override
    public void waited(String forWhat, Duration time) {
        longest.merge(forWhat, time, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    /** What was met with since this was last asked. */
    record Seen(int finished, Map<String, Duration> longest, Map<String, Integer> refusals) {

        int refused() {
            return refusals.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    Seen seen() {
        Seen seen = new Seen(finished.getAndSet(0), new TreeMap<>(longest), new TreeMap<>(refusals));
        longest.clear();
        refusals.clear();
        return seen;
    }

    /** Lets everybody finish what they are at, and gives the ids of all requests that were taken to the site. */
    List<String> end() throws Exception {
        going = false;
        List<String> all = new ArrayList<>();
        for (Future<List<String>> work : works) {
            all.addAll(work.get());
        }
        return all;
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}

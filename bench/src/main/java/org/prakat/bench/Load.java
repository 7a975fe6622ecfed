package org.prakat.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.LongStream;

/**
 * Calls a server over a few connections that stay open, each as fast as it is answered (HTTP/1.1). It costs little itself, so that
 * on a small machine the server is measured and not the caller. It takes answers packed, as browsers do.
 */
final class Load {

    private static final int CONNECTIONS = 16;
    private static final int OK = 200;

    private final URI server;
    private final IntFunction<String> paths;
    private final Duration pause;

    /** @param paths of the calls, by a number that each call has for itself */
    Load(String server, IntFunction<String> paths) {
        this(server, paths, Duration.ZERO);
    }

    private Load(String server, IntFunction<String> paths, Duration pause) {
        this.server = URI.create(server);
        this.paths = paths;
        this.pause = pause;
    }

    /** The same with so many calls a second, each timed from the moment at which it was due. */
    Load at(int perSecond) {
        return new Load(
                server.toString(), paths, Duration.ofSeconds(CONNECTIONS).dividedBy(perSecond));
    }

    /**
     * What was measured.
     *
     * @param perSecond answers
     */
    record Result(double perSecond, Percentiles latency) {}

    Result run(Duration length) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CONNECTIONS);
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        List<Future<long[]>> calling = new ArrayList<>();
        for (int caller = 0; caller < CONNECTIONS; caller++) {
            int first = caller;
            long due = begin + pause.toNanos() * caller / CONNECTIONS;
            calling.add(callers.submit(() -> callUntil(end, first, due)));
        }
        List<Long> nanos = new ArrayList<>();
        for (Future<long[]> one : calling) {
            LongStream.of(one.get()).forEach(nanos::add);
        }
        callers.shutdown();
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Result(
                nanos.size() / seconds,
                Percentiles.of(nanos.stream().mapToLong(Long::longValue).toArray()));
    }

    private long[] callUntil(long end, int first, long firstDue) throws IOException {
        LongStream.Builder nanos = LongStream.builder();
        int number = first;
        long due = firstDue;
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                socket.setTcpNoDelay(true);
                InputStream in = new BufferedInputStream(socket.getInputStream());
                // A server ends a connection after so many answers.
                boolean open = true;
                while (open && System.nanoTime() < end) {
                    LockSupport.parkNanos(due - System.nanoTime());
                    long begin = pause.isZero() ? System.nanoTime() : due;
                    socket.getOutputStream().write(call(number));
                    open = readAnswer(in);
                    nanos.add(System.nanoTime() - begin);
                    number += CONNECTIONS;
                    due += pause.toNanos();
                }
            }
        }
        return nanos.build().toArray();
    }

    private byte[] call(int number) {
        return ("GET " + paths.apply(number) + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether more may be asked on this connection. */
    private static boolean readAnswer(InputStream in) throws IOException {
        String status = readLine(in);
        if (!status.contains(" " + OK)) {
            throw new IllegalStateException("an answer of " + status);
        }
        long length = -1;
        boolean open = true;
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            String header = line.toLowerCase(Locale.ROOT);
            open &= !header.equals("connection: close");
            if (header.startsWith("content-length:")) {
                length =
                        Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
            }
        }
        if (length >= 0) {
            in.skipNBytes(length);
            return open;
        }
        for (long chunk = nextChunk(in); chunk > 0; chunk = nextChunk(in)) {
            in.skipNBytes(chunk + 2);
        }
        readLine(in);
        return open;
    }

    private static long nextChunk(InputStream in) throws IOException {
        return Long.parseLong(readLine(in).strip(), 16);
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}

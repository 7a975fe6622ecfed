package org.prakat.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** A service behind the gateway that says what reached it: the path, the headers, the length of the body. */
final class EchoService implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    EchoService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.createContext("/api/requests/large", EchoService::large);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        long length = drain(exchange.getRequestBody());
        Map<String, Object> seen = new TreeMap<>();
        seen.put("path", exchange.getRequestURI().toString());
        seen.put("method", exchange.getRequestMethod());
        seen.put("length", length);
        seen.put("authorization", first(exchange, "Authorization"));
        seen.put("cookie", first(exchange, "Cookie"));
        seen.put("uploadOffset", first(exchange, "Upload-Offset"));
        seen.put("range", first(exchange, "Range"));
        seen.put("forwardedFor", first(exchange, "X-Forwarded-For"));
        byte[] body = JsonMapper.shared().writeValueAsString(seen).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** As many bytes as the query asks for. */
    private static void large(HttpExchange exchange) throws IOException {
        long size = Long.parseLong(exchange.getRequestURI().getQuery().substring("size=".length()));
        exchange.sendResponseHeaders(200, size);
        byte[] block = new byte[64 * 1024];
        for (long sent = 0; sent < size; sent += block.length) {
            exchange.getResponseBody().write(block, 0, (int) Math.min(block.length, size - sent));
        }
        exchange.close();
    }

    private static long drain(InputStream body) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long length = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            length += read;
        }
        return length;
    }

    private static String first(HttpExchange exchange, String header) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(header))
                .orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

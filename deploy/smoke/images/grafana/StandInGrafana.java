import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for Grafana where it cannot be had: reads the data sources and the dashboards that are provisioned, lets in whoever knows
 * the administrator's password, and passes calls on to the data sources, by Grafana's own HTTP API. What is not here: pages, and
 * everything else of Grafana.
 */
public final class StandInGrafana {

    private static final Path PROVISIONED = Path.of("/etc/grafana/provisioning");
    private static final int PORT = 3000;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int BAD_GATEWAY = 502;
    private static final Pattern DASHBOARD = Pattern.compile("/api/dashboards/uid/([^/]+)");
    private static final Pattern HEALTH = Pattern.compile("/api/datasources/uid/([^/]+)/health");
    private static final Pattern PROXY = Pattern.compile("/api/datasources/proxy/uid/([^/]+)(/.*)");

    /** What each kind of data source is asked to see whether it is there. */
    private static final Map<String, String> TRIALS =
            Map.of("prometheus", "/api/v1/query?query=1%2B1", "jaeger", "/api/services");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, Map<?, ?>> sources = new LinkedHashMap<>();
    private final Map<String, Map<?, ?>> dashboards = new LinkedHashMap<>();
    private final String signedIn;

    private record Answer(int status, String type, byte[] body) {}

    private StandInGrafana() throws IOException {
        String password = Files.readString(Path.of(System.getenv("GF_SECURITY_ADMIN_PASSWORD__FILE")));
        signedIn = "Basic "
                + Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        for (Map<?, ?> file : read(PROVISIONED.resolve("datasources"), ".yml")) {
            for (Object source : (List<?>) file.get("datasources")) {
                keep(sources, (Map<?, ?>) source);
            }
        }
        for (Map<?, ?> file : read(PROVISIONED.resolve("dashboards"), ".yml")) {
            for (Object provider : (List<?>) file.get("providers")) {
                Map<?, ?> options = (Map<?, ?>) ((Map<?, ?>) provider).get("options");
                read(Path.of((String) options.get("path")), ".json").forEach(found -> keep(dashboards, found));
            }
        }
    }

    private static void keep(Map<String, Map<?, ?>> kept, Map<?, ?> found) {
        if (kept.put((String) found.get("uid"), found) != null) {
            throw new IllegalStateException("two have the same uid: " + found.get("uid"));
        }
    }

    /** JSON is YAML, too. */
    private static List<Map<?, ?>> read(Path folder, String ending) throws IOException {
        List<Map<?, ?>> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(name -> name.toString().endsWith(ending)).sorted().toList()) {
                all.add(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)));
            }
        }
        return all;
    }

    public static void main(String[] arguments) throws IOException {
        StandInGrafana grafana = new StandInGrafana();
        HttpServer server = HttpServer.create(new InetSocketAddress(PORT), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", grafana::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answerTo(exchange);
            } catch (IOException e) {
                answer = said(BAD_GATEWAY, Map.of("message", e.toString()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(answer.status(), -1);
            } else {
                exchange.sendResponseHeaders(answer.status(), answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private Answer answerTo(HttpExchange exchange) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getRawPath();
        if (path.equals("/api/health")) {
            return said(OK, Map.of("database", "ok", "version", "stand-in", "commit", ""));
        }
        if (!signedIn.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return said(UNAUTHORIZED, Map.of("message", "Invalid username or password"));
        }
        Matcher proxy = PROXY.matcher(path);
        if (proxy.matches()) {
            String query = exchange.getRequestURI().getRawQuery();
            return passedOn(proxy.group(1), proxy.group(2) + (query == null ? "" : "?" + query));
        }
        Matcher health = HEALTH.matcher(path);
        if (health.matches()) {
            return health(health.group(1));
        }
        Matcher dashboard = DASHBOARD.matcher(path);
        if (dashboard.matches() && dashboards.containsKey(dashboard.group(1))) {
            return said(OK, Map.of("meta", Map.of("provisioned", true), "dashboard", dashboards.get(dashboard.group(1))));
        }
        return switch (path) {
            case "/api/search" -> said(OK, dashboards.values().stream().map(StandInGrafana::hit).toList());
            case "/api/datasources" -> said(OK, sources.values());
            default -> said(NOT_FOUND, Map.of("message", "Not found"));
        };
    }

    private static Map<String, Object> hit(Map<?, ?> dashboard) {
        return Map.of("uid", dashboard.get("uid"), "title", dashboard.get("title"), "type", "dash-db");
    }

    private Answer health(String uid) throws InterruptedException {
        String why;
        try {
            String kind = (String) sources.getOrDefault(uid, Map.of()).get("type");
            Answer trial = passedOn(uid, TRIALS.getOrDefault(kind, "/"));
            why = trial.status() == OK ? "" : "it answers " + trial.status();
        } catch (IOException e) {
            why = e.toString();
        }
        return why.isEmpty()
                ? said(OK, Map.of("status", "OK", "message", "Data source is working"))
                : said(BAD_REQUEST, Map.of("status", "ERROR", "message", why));
    }

    private Answer passedOn(String uid, String what) throws IOException, InterruptedException {
        if (!sources.containsKey(uid)) {
            return said(NOT_FOUND, Map.of("message", "Unable to find datasource"));
        }
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(URI.create(sources.get(uid).get("url") + what)).build(),
                BodyHandlers.ofByteArray());
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse("text/plain"),
                answer.body());
    }

    private Answer said(int status, Object what) {
        return new Answer(status, "application/json", json.writeValueAsBytes(what));
    }
}

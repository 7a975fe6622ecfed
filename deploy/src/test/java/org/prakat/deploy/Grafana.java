package org.prakat.deploy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Grafana among the running containers, by its HTTP API, with the administrator's password. */
final class Grafana {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String credentials;

    Grafana(String address, String password) {
        this.address = address;
        this.credentials = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** The status with which it answers. */
    int statusOf(String path) throws IOException, InterruptedException {
        return send(path).statusCode();
    }

    /** The ids of the sources that it was given. */
    List<String> sources() throws IOException, InterruptedException {
        return get("/api/datasources")
                .valueStream()
                .map(source -> source.get("uid").asString())
                .toList();
    }

    /** What it says of a source when it tries it. */
    String healthOf(String source) throws IOException, InterruptedException {
        return get("/api/datasources/uid/" + source + "/health").get("status").asString();
    }

    /** The panels of all dashboards that it was given. */
    List<JsonNode> panels() throws IOException, InterruptedException {
        List<JsonNode> dashboards =
                get("/api/search?type=dash-db").valueStream().toList();
        List<JsonNode> panels = new ArrayList<>();
        for (JsonNode dashboard : dashboards) {
            get("/api/dashboards/uid/" + dashboard.get("uid").asString())
                    .get("dashboard")
                    .get("panels")
                    .forEach(panels::add);
        }
        return panels;
    }

    /** What a source answers, asked from where Grafana runs. */
    JsonNode through(String source, String path) throws IOException, InterruptedException {
        return get("/api/datasources/proxy/uid/" + source + path).get("data");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(path);
        if (answer.statusCode() != 200) {
            throw new IOException(path + " is answered by " + answer.statusCode() + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", "Basic " + credentials)
                        .build(),
                BodyHandlers.ofString());
    }
}

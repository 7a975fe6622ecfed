package org.prakat.standalone.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person at the gateway's API: signs in, and then calls as a program of theirs would. */
public final class StaffClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FIRST_ERROR = 400;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String gateway;
    private String csrfToken = "";

    public StaffClient(String gateway) {
        this.gateway = gateway;
    }

    /** An answer, with its body read. */
    public record Answer(int status, String tag, JsonNode body) {

        /** The value of a field of the body. */
        public String text(String field) {
            return body.get(field).asString();
        }

        /** @throws IllegalStateException when the call was refused */
        public Answer orFail() {
            if (status >= FIRST_ERROR) {
                throw new IllegalStateException(status + " " + body);
            }
            return this;
        }
    }

    public Answer signIn(String userName, String password) throws IOException, InterruptedException {
        Answer answer = post("/api/session", "", Map.of("userName", userName, "password", password));
        csrfToken = answer.status() < FIRST_ERROR ? answer.text("csrfToken") : "";
        return answer;
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(call(path).GET());
    }

    public Answer post(String path, String ifMatch, Object body) throws IOException, InterruptedException {
        return send(json(path, ifMatch).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public Answer put(String path, String ifMatch, Object body) throws IOException, InterruptedException {
        return send(json(path, ifMatch).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public Answer upload(String path, String fileName, String mediaType, BodyPublisher content)
            throws IOException, InterruptedException {
        String query = "?fileName=" + URLEncoder.encode(fileName, StandardCharsets.UTF_8);
        return send(call(path + query).header("Content-Type", mediaType).POST(content));
    }

    private HttpRequest.Builder json(String path, String ifMatch) {
        HttpRequest.Builder call = call(path).header("Content-Type", "application/json");
        return ifMatch.isEmpty() ? call : call.header("If-Match", ifMatch);
    }

    private HttpRequest.Builder call(String path) {
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(gateway + path));
        return csrfToken.isEmpty() ? call : call.header("X-CSRF-TOKEN", csrfToken);
    }

    private Answer send(HttpRequest.Builder call) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(call.build(), BodyHandlers.ofByteArray());
        String tag = response.headers().firstValue("ETag").orElse("");
        String type = response.headers().firstValue("Content-Type").orElse("");
        JsonNode body = type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode();
        return new Answer(response.statusCode(), tag, body);
    }
}

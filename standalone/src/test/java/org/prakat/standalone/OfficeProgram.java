package org.prakat.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of another office: gets a token for its secret, and then calls as the documentation says. */
record OfficeProgram(String gateway, String office, String clientId, String secret, String token) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static OfficeProgram signIn(String gateway, String office, String clientId, String secret) throws Exception {
        String form = "grant_type=client_credentials&client_id=" + clientId + "&client_secret=" + secret;
        HttpRequest call = HttpRequest.newBuilder(URI.create(gateway + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        String token = JSON.readTree(HTTP.send(call, BodyHandlers.ofString()).body())
                .get("access_token")
                .asString();
        return new OfficeProgram(gateway, office, clientId, secret, token);
    }

    OfficeProgram signedInAgain() throws Exception {
        return signIn(gateway, office, clientId, secret);
    }

    /** In two pieces, each sent from where the other side says that it is (tus). */
    JsonNode uploadInPieces(String name, byte[] content) throws IOException, InterruptedException {
        String metadata = "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        String location = HTTP.send(
                        tus("/api/uploads")
                                .header("Upload-Length", String.valueOf(content.length))
                                .header("Upload-Metadata", metadata)
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        for (int end : new int[] {content.length / 2, content.length}) {
            HttpRequest howFar =
                    tus(location).method("HEAD", BodyPublishers.noBody()).build();
            String offset = HTTP.send(howFar, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Upload-Offset")
                    .orElseThrow();
            byte[] piece = Arrays.copyOfRange(content, Integer.parseInt(offset), end);
            HttpRequest next = tus(location)
                    .header("Upload-Offset", offset)
                    .header("Content-Type", "application/offset+octet-stream")
                    .method("PATCH", BodyPublishers.ofByteArray(piece))
                    .build();
            HTTP.send(next, BodyHandlers.discarding());
        }
        return send(call(location).GET());
    }

    private HttpRequest.Builder tus(String path) {
        return call(path).header("Tus-Resumable", "1.0.0");
    }

    JsonNode post(String event) throws IOException, InterruptedException {
        return send(call("/api/events")
                .header("Content-Type", "application/cloudevents+json")
                .POST(BodyPublishers.ofString(event)));
    }

    List<JsonNode> outcomes() throws IOException, InterruptedException {
        return send(call("/api/events").GET()).get("items").valueStream().toList();
    }

    /** Waits for so many outcomes on the stream. */
    List<JsonNode> stream(int count) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                HTTP.send(call("/api/events/stream").GET().build(), BodyHandlers.ofInputStream());
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> line.startsWith("data: "))
                    .limit(count)
                    .map(line -> JSON.readTree(line.substring("data: ".length())))
                    .toList();
        }
    }

    /** An event that hands in a request. */
    String submission(String eventId, String title, String... uploads) {
        Map<String, Object> form = Map.of(
                "title",
                title,
                "summary",
                "สรุป",
                "workGroup",
                "health-promotion",
                "category",
                "procurement",
                "source",
                "งานพัสดุ",
                "externalLink",
                "https://example.go.th/" + eventId,
                "dataPeriod",
                Map.of("start", "2026-10-01", "end", "2026-10-31"),
                "publicationPeriod",
                Map.of("unit", "DAYS", "amount", 30));
        Map<String, Object> data = Map.of(
                "receiver",
                "wang-saphung",
                "contact",
                Map.of("name", "สมหญิง แสนดี", "position", "นักวิชาการสาธารณสุข"),
                "form",
                form,
                "uploads",
                List.of(uploads));
        return JSON.writeValueAsString(Map.of(
                "specversion",
                "1.0",
                "id",
                eventId,
                "source",
                "/offices/" + office,
                "type",
                "office.request.submitted.v1",
                "data",
                data));
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path)).header("Authorization", "Bearer " + token);
    }

    private static JsonNode send(HttpRequest.Builder call) throws IOException, InterruptedException {
        return JSON.readTree(HTTP.send(call.build(), BodyHandlers.ofByteArray()).body());
    }
}

package org.prakat.gateway;

import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with cookies. */
final class Browser {

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String gateway;
    private String csrfToken = "";

    Browser(String gateway) {
        this.gateway = gateway;
    }

    HttpResponse<String> signIn(String userName, String password) throws Exception {
        HttpResponse<String> answer = send(call("/api/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"userName\":\"" + userName + "\",\"password\":\"" + password + "\"}")));
        if (answer.statusCode() == 200) {
            csrfToken = json(answer).get("csrfToken").asString();
        }
        return answer;
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(call(path).GET());
    }

    HttpResponse<String> put(String path, String ifMatch, String body) throws Exception {
        HttpRequest.Builder call = call(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", csrfToken)
                .PUT(BodyPublishers.ofString(body));
        return send(ifMatch.isEmpty() ? call : call.header("If-Match", ifMatch));
    }

    HttpResponse<String> delete(String path) throws Exception {
        return send(call(path).header("X-CSRF-TOKEN", csrfToken).DELETE());
    }

    HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path));
    }

    HttpRequest.Builder withToken(String path) {
        return call(path).header("X-CSRF-TOKEN", csrfToken);
    }

    HttpResponse<String> send(HttpRequest.Builder call) throws Exception {
        return http.send(call.build(), BodyHandlers.ofString());
    }

    HttpResponse<InputStream> stream(HttpRequest.Builder call) throws Exception {
        return http.send(call.build(), BodyHandlers.ofInputStream());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}

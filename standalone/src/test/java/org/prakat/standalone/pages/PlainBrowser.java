package org.prakat.standalone.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** A browser that runs no script: it follows links and redirections, keeps cookies, and sends the forms of the page it shows. */
final class PlainBrowser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final String BOUNDARY = "prakat-test-boundary";

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();
    private final String address;
    private String path = "";
    private String body = "";
    private int status;

    PlainBrowser(String address) {
        this.address = address;
    }

    int status() {
        return status;
    }

    String body() {
        return body;
    }

    /** The path that is shown now, after all redirections. */
    String path() {
        return path;
    }

    PlainBrowser visit(String where) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + where)));
    }

    /** What is saved from there; the page stays. */
    HttpResponse<byte[]> download(String where) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address + where)).build(), BodyHandlers.ofByteArray());
    }

    /** Sends the form of this page that leads there, with its hidden fields and what is filled in. */
    PlainBrowser submit(String action, Map<String, String> filledIn) throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>(hidden(action));
        fields.putAll(filledIn);
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address)
                .POST(BodyPublishers.ofString(form)));
    }

    /** Sends the form of this page that carries files. */
    PlainBrowser upload(String fileName, String mediaType, byte[] content) throws IOException, InterruptedException {
        Matcher form = Pattern.compile("action=\"([^\"]+)\"[^>]*data-upload").matcher(body);
        if (!form.find()) {
            throw new IllegalStateException("no form for files on " + path);
        }
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + fileName
                + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n";
        String tail = "\r\n--" + BOUNDARY + "--\r\n";
        return send(HttpRequest.newBuilder(URI.create(address + form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString(tail))));
    }

    private Map<String, String> hidden(String action) {
        int start = body.indexOf("action=\"" + action + "\"");
        if (start < 0) {
            throw new IllegalStateException("no form for " + action + " on " + path);
        }
        String form = body.substring(start, body.indexOf("</form>", start));
        Map<String, String> fields = new LinkedHashMap<>();
        HIDDEN.matcher(form)
                .results()
                .forEach(field ->
                        fields.put(HtmlUtils.htmlUnescape(field.group(1)), HtmlUtils.htmlUnescape(field.group(2))));
        return fields;
    }

    private PlainBrowser send(HttpRequest.Builder call) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(call.header("Accept", "text/html").build(), BodyHandlers.ofString());
        status = answer.statusCode();
        body = answer.body();
        String query = answer.uri().getRawQuery();
        path = answer.uri().getRawPath() + (query == null ? "" : "?" + query);
        return this;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

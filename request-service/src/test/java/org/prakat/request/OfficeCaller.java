package org.prakat.request;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.OfficeClientDefined;
import org.prakat.common.event.Person;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ServiceUnderTest.Answer;
import org.prakat.request.domain.Samples;
import tools.jackson.databind.json.JsonMapper;

/** A program of another office, as the gateway lets it through. */
final class OfficeCaller {

    static final String STRUCTURED = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";

    private final ServiceUnderTest service;
    private final String office;
    private final Identity identity;

    OfficeCaller(ServiceUnderTest service, String office) {
        this.service = service;
        this.office = office;
        this.identity = new Identity(
                new Person(OfficeClientDefined.actorOf(client()), "ระบบเว็บไซต์", office),
                office,
                null,
                Set.of(Role.OFFICE));
    }

    private String client() {
        return office + "-web";
    }

    /** Registered under this id, the office may write to its topic. */
    OfficeClientDefined definedForKafka() {
        return new OfficeClientDefined(office + "-kafka", 1, "ระบบเหตุการณ์", office, Set.of(Samples.OFFICE), true);
    }

    /** What an administrator laid down about it. */
    OfficeClientDefined defined() {
        return new OfficeClientDefined(client(), 1, "ระบบเว็บไซต์", office, Set.of(Samples.OFFICE), true);
    }

    Identity identity() {
        return identity;
    }

    Answer upload(String name, String type, byte[] content) {
        return service.upload(
                identity, "/api/uploads?fileName=" + URLEncoder.encode(name, StandardCharsets.UTF_8), type, content);
    }

    /** The data of a submission that is right. */
    static Map<String, Object> submission(String title, String... uploads) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("title", title);
        form.put("summary", "สรุปผลการจัดซื้อจัดจ้าง");
        form.put("workGroup", "finance");
        form.put("category", "procurement");
        form.put("source", "งานพัสดุ");
        form.put("dataPeriod", Map.of("start", "2026-10-01", "end", "2026-10-31"));
        form.put("publicationPeriod", Map.of("unit", "DAYS", "amount", 30));
        if (uploads.length == 0) {
            form.put("externalLink", "https://example.go.th/p");
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("receiver", Samples.OFFICE);
        data.put("contact", Map.of("name", "สมหญิง แสนดี", "position", "นักวิชาการสาธารณสุข"));
        data.put("form", form);
        data.put("uploads", List.of(uploads));
        return data;
    }

    Map<String, Object> submitted(String id, String title, String... uploads) {
        return event(id, "office.request.submitted.v1", submission(title, uploads));
    }

    Map<String, Object> withdrawn(String id, String submission) {
        return event(
                id, "office.request.withdrawn.v1", Map.of("submission", submission, "explanation", "พบข้อผิดพลาด"));
    }

    Map<String, Object> event(String id, String type, Object data) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", "/offices/" + office);
        event.put("type", type);
        event.put("time", "2026-11-25T02:59:00Z");
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        return event;
    }

    Answer post(Map<String, Object> event) {
        return post(STRUCTURED, JsonMapper.shared().writeValueAsBytes(event));
    }

    Answer post(List<?> events) {
        return post(BATCH, JsonMapper.shared().writeValueAsBytes(events));
    }

    Answer post(String contentType, byte[] body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!contentType.isEmpty()) {
            all.addAll(List.of("Content-Type", contentType));
        }
        return send("POST", "/api/events", body, all.toArray(String[]::new));
    }

    Answer put(String path, Object body) {
        return service.put(identity, path, "", body);
    }

    /** A call without a body. */
    Answer send(String method, String path) {
        return service.send(service.call(identity, path).method(method, BodyPublishers.noBody()));
    }

    /** @param headers names and values, in turn */
    Answer send(String method, String path, byte[] body, String... headers) {
        var call = service.call(identity, path).method(method, BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            call.header(headers[i], headers[i + 1]);
        }
        return service.send(call);
    }

    Answer get(String path) {
        return service.get(identity, path);
    }
}

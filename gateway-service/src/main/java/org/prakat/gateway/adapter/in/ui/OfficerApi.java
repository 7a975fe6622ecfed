package org.prakat.gateway.adapter.in.ui;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Concern;
import org.prakat.common.event.Person;
import org.prakat.common.event.Warning;
import org.prakat.common.web.FileView;
import org.prakat.gateway.adapter.in.ui.RequestView.Form;
import org.prakat.gateway.adapter.in.ui.RequestView.TimelineEntry;
import org.prakat.gateway.application.port.Services;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Change;
import org.prakat.gateway.application.port.Services.Service;
import org.prakat.gateway.application.port.Services.Upload;
import org.springframework.web.multipart.MultipartFile;

/** What the officer's pages ask of request-service. */
final class OfficerApi {

    /** A page of one's own requests. */
    record RequestList(List<RequestView> items, @Nullable String next) {}

    /** A submission. */
    public record Revision(int number, Form form, List<FileView> attachments, Instant submittedAt) {}

    /** What differs between two submissions. */
    public record Changes(List<FieldChange> fields, List<FileChange> files) {

        /** A field that says something else. */
        public record FieldChange(String field) {}

        /** A file that came, went, or has another content. */
        public record FileChange(String fileName, String kind) {}
    }

    private static final String ALL = "/api/requests";
    private static final String ONE = ALL + "/{id}";

    private final Services services;

    OfficerApi(Services services) {
        this.services = services;
    }

    Answer<RequestList> mine(Caller caller, @Nullable String cursor, int limit) {
        return cursor == null
                ? services.get(caller, Service.REQUESTS, RequestList.class, ALL + "?limit={limit}", limit)
                : services.get(
                        caller,
                        Service.REQUESTS,
                        RequestList.class,
                        ALL + "?limit={limit}&cursor={cursor}",
                        limit,
                        cursor);
    }

    Answer<RequestView> read(Caller caller, String id) {
        return services.get(caller, Service.REQUESTS, RequestView.class, ONE, id);
    }

    Answer<List<TimelineEntry>> timeline(Caller caller, String id) {
        Answer<TimelineEntry[]> answer =
                services.get(caller, Service.REQUESTS, TimelineEntry[].class, ONE + "/timeline", id);
        return listOf(answer);
    }

    /** @param revision number of the submission; null: the last */
    Answer<OfficialFormView> officialForm(Caller caller, String id, @Nullable Integer revision) {
        return revision == null
                ? services.get(caller, Service.REQUESTS, OfficialFormView.class, ONE + "/form", id)
                : services.get(
                        caller,
                        Service.REQUESTS,
                        OfficialFormView.class,
                        ONE + "/form?revision={revision}",
                        id,
                        revision);
    }

    Answer<List<Revision>> revisions(Caller caller, String id) {
        return listOf(services.get(caller, Service.REQUESTS, Revision[].class, ONE + "/revisions", id));
    }

    Answer<Changes> changes(Caller caller, String id, int from, int to) {
        return services.get(
                caller, Service.REQUESTS, Changes.class, ONE + "/revisions/{to}/changes?from={from}", id, to, from);
    }

    Answer<List<Warning>> warnings(Caller caller, String id) {
        return listOf(services.get(caller, Service.REQUESTS, Warning[].class, ONE + "/warnings", id));
    }

    Answer<List<Person>> approvers(Caller caller, String id) {
        return listOf(services.get(caller, Service.REQUESTS, Person[].class, ONE + "/approvers", id));
    }

    Answer<Choices> choices(Caller caller) {
        return services.get(caller, Service.REQUESTS, Choices.class, "/api/form-choices");
    }

    Answer<RequestView> begin(Caller caller, Form form) {
        return services.send(caller, Change.post(Service.REQUESTS, ALL).with(form), RequestView.class);
    }

    Answer<RequestView> edit(Caller caller, String id, long seen, Form form) {
        return send(caller, Change.put(Service.REQUESTS, ONE, id).about(seen).with(form));
    }

    /** Hands a file over as it comes from the disk of the gateway, where the browser's form was taken apart. */
    Answer<RequestView> attach(Caller caller, String id, MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            String name = nameOf(file);
            Upload upload = new Upload(
                    ONE + "/attachments?fileName={name}",
                    List.of(id, name),
                    file.getContentType(),
                    file.getSize(),
                    content);
            return services.upload(caller, upload, RequestView.class);
        }
    }

    static String nameOf(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }

    Answer<RequestView> detach(Caller caller, String id, long seen, String file) {
        return send(
                caller,
                Change.delete(Service.REQUESTS, ONE + "/attachments/{file}", id, file)
                        .about(seen));
    }

    Answer<RequestView> reorder(Caller caller, String id, long seen, List<String> files) {
        return send(
                caller,
                Change.put(Service.REQUESTS, ONE + "/attachments/order", id)
                        .about(seen)
                        .with(files));
    }

    Answer<RequestView> submit(Caller caller, String id, long seen) {
        return send(
                caller, Change.post(Service.REQUESTS, ONE + "/submission", id).about(seen));
    }

    Answer<RequestView> withdraw(Caller caller, String id, long seen, String explanation) {
        return send(
                caller,
                Change.post(Service.REQUESTS, ONE + "/withdrawal", id)
                        .about(seen)
                        .with(Map.of("explanation", explanation)));
    }

    Answer<Boolean> discard(Caller caller, String id, long seen) {
        return services.send(caller, Change.delete(Service.REQUESTS, ONE, id).about(seen));
    }

    Answer<RequestView> revise(Caller caller, String id, long seen) {
        return send(caller, Change.post(Service.REQUESTS, ONE + "/revision", id).about(seen));
    }

    Answer<RequestView> copy(Caller caller, String id) {
        return send(caller, Change.post(Service.REQUESTS, ONE + "/copy", id));
    }

    Answer<RequestView> amend(Caller caller, String id, Concern.Kind kind) {
        return send(
                caller, Change.post(Service.REQUESTS, ONE + "/amendments", id).with(Map.of("kind", kind)));
    }

    private Answer<RequestView> send(Caller caller, Change change) {
        return services.send(caller, change, RequestView.class);
    }

    private static <T> Answer<List<T>> listOf(Answer<T[]> answer) {
        return answer.either(items -> new Answer.Done<>(List.of(items)), Answer.Refused::new);
    }
}

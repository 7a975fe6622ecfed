package org.prakat.request.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.RequestForm;

/** What differs between two submissions of a request. */
public record RevisionChanges(int from, int to, List<FieldChange> fields, List<FileChange> files) {

    /** A field of the form that says something else. */
    public record FieldChange(String field, @Nullable Object before, @Nullable Object after) {}

    /** A file that came, went, or has another content. */
    public record FileChange(String fileName, Kind kind) {

        /** What became of it. */
        public enum Kind {
            ADDED,
            REMOVED,
            CHANGED
        }
    }

    private static final Map<String, Function<RequestForm, @Nullable Object>> FIELDS = fieldsOfTheForm();

    private static Map<String, Function<RequestForm, @Nullable Object>> fieldsOfTheForm() {
        Map<String, Function<RequestForm, @Nullable Object>> fields = new LinkedHashMap<>();
        fields.put("title", RequestForm::title);
        fields.put("summary", RequestForm::summary);
        fields.put("workGroup", RequestForm::workGroup);
        fields.put("category", RequestForm::category);
        fields.put("source", RequestForm::source);
        fields.put("dataPeriod", RequestForm::dataPeriod);
        fields.put("wishedPublicationDate", RequestForm::wishedPublicationDate);
        fields.put("publicationPeriod", RequestForm::publicationPeriod);
        fields.put("externalLink", RequestForm::externalLink);
        fields.put("remark", RequestForm::remark);
        fields.put("urgent", RequestForm::urgent);
        fields.put("evidence", RequestForm::evidence);
        return fields;
    }

    static RevisionChanges between(SubmittedRevision before, SubmittedRevision after) {
        List<FieldChange> fields = new ArrayList<>();
        FIELDS.forEach((field, value) -> {
            Object was = value.apply(before.form());
            Object is = value.apply(after.form());
            if (!Objects.equals(was, is)) {
                fields.add(new FieldChange(field, was, is));
            }
        });
        return new RevisionChanges(
                before.number(), after.number(), fields, files(before.attachments(), after.attachments()));
    }

    private static List<FileChange> files(List<Attachment> before, List<Attachment> after) {
        Map<String, String> was = contents(before);
        Map<String, String> is = contents(after);
        List<FileChange> changes = new ArrayList<>();
        was.forEach((name, content) -> {
            if (!is.containsKey(name)) {
                changes.add(new FileChange(name, FileChange.Kind.REMOVED));
            } else if (!content.equals(is.get(name))) {
                changes.add(new FileChange(name, FileChange.Kind.CHANGED));
            }
        });
        is.keySet().stream()
                .filter(name -> !was.containsKey(name))
                .forEach(name -> changes.add(new FileChange(name, FileChange.Kind.ADDED)));
        return changes;
    }

    /** The SHA-256 of each file, by name; of several of one name, of all. */
    private static Map<String, String> contents(List<Attachment> files) {
        return files.stream()
                .collect(Collectors.toMap(
                        Attachment::fileName, Attachment::sha256, (one, other) -> one + other, LinkedHashMap::new));
    }
}

package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import org.prakat.common.event.Concern;

/** The steps in which the form is filled in. */
public enum FormStep {
    DETAILS("details"),
    PERIOD("period"),
    FILES("files"),
    CHECK("check");

    private static final List<FormStep> ALL = List.of(values());
    private static final List<FormStep> EXTENSION = List.of(DETAILS, PERIOD, CHECK);
    private static final List<FormStep> REMOVAL = List.of(DETAILS, CHECK);

    private final String path;

    FormStep(String path) {
        this.path = path;
    }

    /** Those that a request has: who asks to extend or remove something attaches nothing. */
    public static List<FormStep> of(RequestView.Form form) {
        Concern.Kind amends = form.amends();
        if (amends == null || amends == Concern.Kind.REPLACE) {
            return ALL;
        }
        return amends == Concern.Kind.EXTEND ? EXTENSION : REMOVAL;
    }

    /** Where the step of a request is. */
    public String at(String id) {
        return RequestPages.LIST + "/" + id + "/" + path;
    }

    /** The step after this one. */
    FormStep next(RequestView.Form form) {
        List<FormStep> steps = of(form);
        int next = steps.indexOf(this) + 1;
        return next < steps.size() ? steps.get(next) : CHECK;
    }

    /** The step in which a field is filled in. */
    static FormStep of(String field) {
        if (field.startsWith("attachments")) {
            return FILES;
        }
        boolean period = field.equals("source")
                || field.startsWith("dataPeriod")
                || field.startsWith("wishedPublicationDate")
                || field.startsWith("publicationPeriod");
        return period ? PERIOD : DETAILS;
    }
}

package org.prakat.common.web;

import tools.jackson.core.JacksonException;

/** Names fields of JSON as the API names them: {@code form.evidence[0].quarter}. */
public final class FieldPath {

    private FieldPath() {}

    /** Where something could not be read; empty when it is the whole. */
    public static String of(JacksonException unreadable) {
        String path = "";
        for (JacksonException.Reference reference : unreadable.getPath()) {
            path = reference.getPropertyName() == null
                    ? item(path, reference.getIndex())
                    : field(path, reference.getPropertyName());
        }
        return path;
    }

    public static String field(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    public static String item(String path, int index) {
        return path + "[" + index + "]";
    }
}

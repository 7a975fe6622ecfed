package org.prakat.common.domain;

import java.util.Map;

/**
 * One thing wrong with one field.
 *
 * @param field the path of the field as the API names it, for example {@code dataPeriod.end}
 * @param code a key of the message bundles, for example {@code TOO_LONG}
 * @param arguments what the message is filled with, for example {@code max -> 200}
 */
public record Fault(String field, String code, Map<String, String> arguments) {

    public Fault {
        arguments = Map.copyOf(arguments);
    }

    public Fault(String field, String code) {
        this(field, code, Map.of());
    }
}

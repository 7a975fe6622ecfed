package org.prakat.publishing.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.RequestForm;

/**
 * A slip in the text that the webmaster put right.
 *
 * @param at UTC
 */
public record Correction(Field field, String before, String after, Person by, OrderReference order, Instant at) {

    /** What may be corrected: what is read, and decides nothing. */
    public enum Field {
        TITLE("title", 200),
        SUMMARY("summary", 4_000),
        SOURCE("source", 300);

        private final String formField;
        private final int longest;

        Field(String formField, int longest) {
            this.formField = formField;
            this.longest = longest;
        }

        /** As the form calls it. */
        public String formField() {
            return formField;
        }

        int longest() {
            return longest;
        }

        String of(RequestForm form) {
            return switch (this) {
                case TITLE -> form.title();
                case SUMMARY -> form.summary();
                case SOURCE -> form.source();
            };
        }

        public static Optional<Field> named(String formField) {
            return Arrays.stream(values())
                    .filter(field -> field.formField.equals(formField))
                    .findFirst();
        }
    }
}

package org.prakat.request.domain;

import java.util.List;

/**
 * Why an event of another office was not taken: what the same event would have been answered over HTTP (RFC 9457). It is kept
 * in words, since an outcome that is told again must be the same to the letter.
 *
 * @param type a URN of ours, made of the code
 * @param status as HTTP has it
 * @param code for programs
 * @param faults each field that is wrong
 */
public record Problem(String type, String title, int status, String code, List<WrongField> faults) {

    public Problem {
        faults = List.copyOf(faults);
    }

    /** A field that is wrong, by its path in the event. */
    public record WrongField(String field, String code, String message) {}
}

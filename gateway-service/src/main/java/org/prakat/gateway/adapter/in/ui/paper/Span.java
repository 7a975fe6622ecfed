package org.prakat.gateway.adapter.in.ui.paper;

/** A part of a text, in one weight. A line feed in it begins a new line. */
public record Span(String text, boolean strong) {

    public static Span plain(String text) {
        return new Span(text, false);
    }

    public static Span strong(String text) {
        return new Span(text, true);
    }
}

package org.prakat.common.event;

import java.util.Objects;

/** A text for people, in the two languages of the site. */
public record Text(String th, String en) {

    public Text {
        Objects.requireNonNull(th, "th");
        Objects.requireNonNull(en, "en");
    }
}

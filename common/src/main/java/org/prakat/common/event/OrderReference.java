package org.prakat.common.event;

import java.util.Objects;

/**
 * The appointment order under which somebody acted (คำสั่งแต่งตั้ง).
 *
 * @param number as printed on the paper, for example {@code 12/2569}
 */
public record OrderReference(String id, String number) {

    public OrderReference {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
    }
}

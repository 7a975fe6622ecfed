package org.prakat.gateway.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.Text;

/** Collects all that is wrong with what an administrator filled in. */
final class Faults {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ID = 40;

    private final List<Fault> found = new ArrayList<>();

    static boolean isId(@Nullable String id) {
        return id != null && id.length() <= LONGEST_ID && id.matches("[a-z0-9][a-z0-9-]+");
    }

    Faults id(String id) {
        return check(isId(id), "id", "INVALID_ID");
    }

    Faults text(String field, @Nullable Text text) {
        if (text == null) {
            return check(false, field, "REQUIRED");
        }
        return name(field + ".th", text.th()).name(field + ".en", text.en());
    }

    Faults name(String field, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return check(false, field, "REQUIRED");
        }
        if (name.length() > LONGEST_NAME) {
            found.add(new Fault(field, "TOO_LONG", Map.of("max", String.valueOf(LONGEST_NAME))));
        }
        return this;
    }

    Faults required(String field, @Nullable Object value) {
        return check(value != null, field, "REQUIRED");
    }

    Faults check(boolean right, String field, String code) {
        if (!right) {
            found.add(new Fault(field, code));
        }
        return this;
    }

    List<Fault> found() {
        return found;
    }
}

package org.prakat.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private static final String OLD = key('a');
    private static final String NEW = key('b');

    private static String key(char letter) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(letter).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whatIsLockedOpensInItsPlaceAndIsNeverLockedTheSameTwice() {
        SecretBox box = new SecretBox(List.of(NEW));

        String locked = box.lock("whsec_x", "one");

        assertThat(locked).doesNotContain("whsec").isNotEqualTo(box.lock("whsec_x", "one"));
        assertThat(box.open(locked, "one")).isEqualTo("whsec_x");
        assertThatThrownBy(() -> box.open(locked, "two")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasChangedDoesNotOpen() {
        SecretBox box = new SecretBox(List.of(NEW));
        String locked = box.lock("whsec_x", "one");
        char last = locked.charAt(locked.length() - 6);
        String changed = locked.substring(0, locked.length() - 6)
                + (last == 'A' ? 'B' : 'A')
                + locked.substring(locked.length() - 5);

        assertThatThrownBy(() -> box.open(changed, "one")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box.open("nothing", "one")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void afterAChangeOfKeysTheOldOneStillOpens() {
        String locked = new SecretBox(List.of(OLD)).lock("whsec_x", "one");

        assertThat(new SecretBox(List.of(NEW, OLD)).open(locked, "one")).isEqualTo("whsec_x");
        assertThatThrownBy(() -> new SecretBox(List.of(NEW)).open(locked, "one"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new SecretBox(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}

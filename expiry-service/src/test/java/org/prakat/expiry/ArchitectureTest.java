package org.prakat.expiry;

import org.junit.jupiter.api.Test;
import org.prakat.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void theServiceFollowsTheRulesOfTheArchitecture() {
        ArchitectureRules.of("org.prakat.expiry").check();
    }
}

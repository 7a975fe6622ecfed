package org.prakat.publishing;

import org.junit.jupiter.api.Test;
import org.prakat.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void theServiceFollowsTheRulesOfTheArchitecture() {
        ArchitectureRules.of("org.prakat.publishing").check();
    }
}

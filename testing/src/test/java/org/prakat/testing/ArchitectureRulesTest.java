package org.prakat.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Shows that each rule can fail, with classes that break it on purpose. */
class ArchitectureRulesTest {

    @Test
    void everyRuleCatchesItsCanary() {
        ArchitectureRules rules = ArchitectureRules.ofAll("org.prakat.canary");

        rules.rules().forEach((name, rule) -> assertThat(
                        rule.evaluate(rules.checked()).hasViolation())
                .as(name)
                .isTrue());
    }
}

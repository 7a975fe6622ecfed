package org.prakat.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The alerts: whether they are raised when they must be, and tell the operator where to read on. */
class AlertsTest {

    private static final Logger log = LoggerFactory.getLogger(AlertsTest.class);
    private static final Path FOLDER = Project.DEPLOY.resolve("observability");

    @Test
    void prometheusRaisesThemWhenItMust() throws Exception {
        if (!Project.answers("promtool", "--version")) {
            String reason = "SKIPPED: promtool is not here, so nobody tries the alerts";
            log.error(reason);
            Assumptions.abort(reason);
        }

        Project.Answer answer = Project.run(
                Map.of(),
                "promtool",
                "test",
                "rules",
                FOLDER.resolve("alerts-test.yml").toString());

        assertThat(answer.exit()).as(answer.output()).isZero();
    }

    @Test
    void eachSaysHowBadItIsAndWhatToDo() throws IOException {
        String operations = Files.readString(Project.ROOT.resolve("docs/operations.md"));
        List<Yaml> rules = Yaml.read(FOLDER.resolve("alerts.yml"))
                .get(0)
                .at("groups")
                .items()
                .get(0)
                .at("rules")
                .items();

        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.at("labels", "severity").text()).isIn(Set.of("critical", "warning"));
            assertThat(rule.at("annotations", "summary").isThere()).isTrue();
            assertThat(operations).contains("| `" + rule.at("alert").text() + "` |");
            String description = rule.at("annotations", "description").text();
            if (description.contains("See ")) {
                String section = description.substring(description.indexOf("See ") + 4, description.length() - 1);
                assertThat(operations).contains("\n## " + section + "\n");
            }
        });
    }
}

package org.prakat.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service may do on Kafka; whether that is enough, and no more, is tried on a broker by the module deploy. */
class KafkaRightsTest {

    @Test
    void whoReadsMayAlsoKeepDeadLettersAndConsumeUnderNamesThatBeginWithItsOwn() {
        KafkaRights rights = parsed("a-service.writes", "mine.v1", "a-service.reads", "theirs.v1, others.v1")
                .get(0);

        assertThat(rights.bindings())
                .allMatch(right -> right.entry().principal().equals("User:a-service")
                        && right.entry().permissionType() == AclPermissionType.ALLOW)
                .extracting(KafkaRightsTest::inWords)
                .containsExactlyInAnyOrder(
                        "WRITE TOPIC mine.v1",
                        "READ TOPIC theirs.v1",
                        "READ TOPIC others.v1",
                        "WRITE TOPIC a-service.dead-letters.v1",
                        "READ TOPIC a-service.dead-letters.v1",
                        "READ GROUP a-service*");
    }

    @Test
    void whoOnlyWritesMayDoNothingElse() {
        KafkaRights rights = parsed("a-service.writes", "mine.v1").get(0);

        assertThat(rights.bindings()).extracting(KafkaRightsTest::inWords).containsExactly("WRITE TOPIC mine.v1");
    }

    @Test
    void anAsteriskMeansAllTopicsThatBeginSo() {
        KafkaRights rights = parsed("a-service.writes", "mine.v1,office.*").get(0);

        assertThat(rights.bindings())
                .extracting(KafkaRightsTest::inWords)
                .containsExactlyInAnyOrder("WRITE TOPIC mine.v1", "WRITE TOPIC office.*");
    }

    @Test
    void anOfficeWritesToItsIntakeReadsItsOutcomesAndNothingElse() {
        assertThat(new OfficeTopics("pha-khao").bindings())
                .allMatch(right -> right.entry().principal().equals("User:office.pha-khao"))
                .extracting(KafkaRightsTest::inWords)
                .containsExactlyInAnyOrder(
                        "WRITE TOPIC office.pha-khao.intake.v1",
                        "READ TOPIC office.pha-khao.events.v1",
                        "READ GROUP office.pha-khao.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "A1", "a.b", "a*", "-a", "a/b", "a b"})
    void whatIsNoCodeOfAnOfficeGetsNoTopics(String code) {
        assertThatThrownBy(() -> new OfficeTopics(code)).isInstanceOf(IllegalArgumentException.class);
        assertThat(OfficeTopics.ofIntake("office." + code + ".intake.v1")).isEmpty();
    }

    @Test
    void whoOnlyFollowsReadsAndBelongsToNoGroup() {
        KafkaRights rights = parsed("a-service.writes", "mine.v1", "a-service.follows", "theirs.v1")
                .get(0);

        assertThat(rights.consumes()).isFalse();
        assertThat(rights.bindings())
                .extracting(KafkaRightsTest::inWords)
                .containsExactlyInAnyOrder("WRITE TOPIC mine.v1", "READ TOPIC theirs.v1");
    }

    @Test
    void aRightThatNobodyKnowsIsNotPassedOver() {
        assertThatThrownBy(() -> parsed("a-service.deletes", "theirs.v1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a-service.deletes");
    }

    private static String inWords(AclBinding right) {
        boolean all = right.pattern().patternType() == PatternType.PREFIXED;
        return right.entry().operation() + " " + right.pattern().resourceType() + " "
                + right.pattern().name() + (all ? "*" : "");
    }

    private static List<KafkaRights> parsed(String... keysAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
        }
        return KafkaRights.parse(properties);
    }
}

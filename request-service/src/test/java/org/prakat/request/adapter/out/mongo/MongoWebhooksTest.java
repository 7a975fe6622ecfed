package org.prakat.request.adapter.out.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.prakat.common.mongo.TestDatabase;
import org.prakat.common.security.SecretBox;
import org.prakat.request.application.port.Webhooks;
import org.prakat.request.application.port.Webhooks.Turn;
import org.prakat.request.domain.Samples;
import org.prakat.request.domain.Webhook;
import org.prakat.request.domain.Webhook.State;

class MongoWebhooksTest {

    private static final Instant NOW = Samples.NOW;
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final MongoDatabase database = TestDatabase.empty("webhooks-mongo-test");
    private final Webhooks webhooks = new MongoWebhooks(
            database, new SecretBox(List.of(Base64.getEncoder().encodeToString(new byte[32]))));

    private static Webhook of(String office) {
        return Webhook.begin(office, "office-client/" + office, "https://" + office + ".example/", State.ACTIVE, 3);
    }

    @Test
    void whatIsKeptIsReadAndItsSecretsAreNotInTheDatabase() {
        Webhook webhook = of("one").withNewSecret(NOW);

        assertThat(webhooks.add(webhook)).isTrue();
        assertThat(webhooks.add(webhook)).isFalse();

        assertThat(webhooks.find("one")).contains(webhook);
        String stored = database.getCollection("webhooks").find().first().toJson();
        assertThat(stored)
                .doesNotContain("whsec_")
                .doesNotContain(webhook.secret().text().substring(6));
    }

    @Test
    void oneHasATurnAtATimeAndItEndsByItself() {
        webhooks.add(of("one"));

        Turn turn = webhooks.takeTurn(NOW, LEASE, Set.of()).orElseThrow();
        assertThat(webhooks.takeTurn(NOW, LEASE, Set.of())).isEmpty();
        webhooks.change(of("one").withNewSecret(NOW));
        assertThat(webhooks.takeTurn(NOW, LEASE, Set.of()))
                .as("whatever is changed")
                .isEmpty();

        Turn later = webhooks.takeTurn(NOW.plus(LEASE), LEASE, Set.of()).orElseThrow();
        webhooks.endTurn(turn, Instant.EPOCH);
        assertThat(webhooks.takeTurn(NOW.plus(LEASE), LEASE, Set.of()))
                .as("whoever was late gives nothing back")
                .isEmpty();
        webhooks.endTurn(later, NOW.plus(LEASE).plusSeconds(5));
        assertThat(webhooks.takeTurn(NOW.plus(LEASE), LEASE, Set.of())).isEmpty();
        assertThat(webhooks.takeTurn(NOW.plus(LEASE).plusSeconds(5), LEASE, Set.of()))
                .isPresent();
    }

    @Test
    void theOneThatWaitsLongestComesFirstAndWhoIsPausedNever() {
        for (String office : List.of("one", "two", "three")) {
            webhooks.add(of(office));
        }
        webhooks.change(of("three").leadingTo("https://three.example/", State.PAUSED, "office-client/three"));
        Turn first = webhooks.takeTurn(NOW, LEASE, Set.of()).orElseThrow();
        Turn second = webhooks.takeTurn(NOW, LEASE, Set.of()).orElseThrow();
        assertThat(webhooks.takeTurn(NOW, LEASE, Set.of())).isEmpty();

        webhooks.endTurn(first, NOW.minusSeconds(1));
        webhooks.endTurn(second, NOW.minusSeconds(2));

        assertThat(webhooks.takeTurn(NOW, LEASE, Set.of("one", "two"))).isEmpty();
        assertThat(webhooks.takeTurn(NOW, LEASE, Set.of())).contains(second);
        assertThat(webhooks.takeTurn(NOW, LEASE, Set.of())).contains(first);
    }

    @Test
    void whatFailsOrIsGoneCountsAsTroubleUntilItIsBetter() {
        webhooks.add(of("one"));
        webhooks.add(of("two"));
        assertThat(webhooks.inTrouble()).isZero();

        webhooks.failing("one", NOW);
        webhooks.gone("two");
        assertThat(webhooks.inTrouble()).isEqualTo(2);
        assertThat(webhooks.find("one").orElseThrow().failingSince()).isEqualTo(NOW);

        webhooks.failing("one", null);
        webhooks.remove("two");
        assertThat(webhooks.inTrouble()).isZero();
    }

    @Test
    void whatIsPausedOrFailsForLongIsCounted() {
        assertThat(webhooks.failingLongest()).isEmpty();
        webhooks.add(of("one"));
        webhooks.add(of("two"));
        webhooks.add(of("three").leadingTo("https://three.example/", State.PAUSED, "office-client/three"));

        webhooks.failing("one", NOW);
        webhooks.failing("two", NOW.minusSeconds(60));
        webhooks.failing("three", NOW.minusSeconds(600));

        assertThat(webhooks.paused()).isEqualTo(1);
        assertThat(webhooks.inTrouble()).isEqualTo(2);
        assertThat(webhooks.failingLongest()).contains(NOW.minusSeconds(60));
    }
}

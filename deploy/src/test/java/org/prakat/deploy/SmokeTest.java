package org.prakat.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.prakat.standalone.demo.StaffClient;
import org.prakat.standalone.demo.StaffClient.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The containers as {@code deploy/smoke/run} starts them, with people at work all the while that services are scaled, crash,
 * lose their servers, and get a new image. Prints what the people met with.
 */
@EnabledIfSystemProperty(named = "prakat.smoke", matches = "http.*", disabledReason = "deploy/smoke/run plays it")
class SmokeTest {

    private static final Logger log = LoggerFactory.getLogger(SmokeTest.class);

    private static final String GATEWAY = System.getProperty("prakat.smoke", "");
    private static final String PASSWORD = System.getProperty("prakat.smoke.password", "");
    private static final int PEOPLE = Integer.getInteger("prakat.smoke.people", 4);
    private static final int SETTLE_SECONDS = Integer.getInteger("prakat.smoke.seconds", 20);

    private interface Deed {
        void happen() throws Exception;
    }

    @Test
    void nothingIsLostDoubledOrRefused() throws Exception {
        try (Traffic traffic = new Traffic(PEOPLE, GATEWAY, PASSWORD)) {
            during(traffic, "nothing happens", () -> {});
            Traffic.Seen more = during(traffic, "request-service 1 -> 3", () -> Engine.scale("request-service", 3));
            Traffic.Seen deadlines = during(traffic, "expiry-service 1 -> 3", () -> Engine.scale("expiry-service", 3));
            during(traffic, "one of three request-services crashes", () -> Engine.crash("request-service"));
            during(traffic, "one of three expiry-services crashes", () -> Engine.crash("expiry-service"));
            during(traffic, "the only approval-service crashes", () -> Engine.crash("approval-service"));
            during(traffic, "Kafka is started anew", () -> Engine.restart("kafka"));
            during(traffic, "MongoDB is started anew", () -> Engine.restart("mongodb"));
            Engine.waitUntilHealthy();
            traffic.seen();
            Engine.renewImage("publishing-service");
            Traffic.Seen rolled =
                    during(traffic, "publishing-service gets a new image", () -> Engine.roll("publishing-service"));
            Traffic.Seen gateways = during(traffic, "gateway-service 1 -> 2", () -> Engine.scale("gateway-service", 2));
            Engine.renewImage("gateway-service");
            Traffic.Seen ways =
                    during(traffic, "both gateway-services get a new image", () -> Engine.roll("gateway-service"));
            Traffic.Seen fewer = during(traffic, "request-service 3 -> 1", () -> Engine.scale("request-service", 1));
            Traffic.Seen last = during(traffic, "expiry-service 3 -> 1", () -> Engine.scale("expiry-service", 1));

            List<String> published = traffic.end();

            assertThat(published).isNotEmpty().doesNotHaveDuplicates();
            everyRequestReachedItsStateOnce(published);
            assertThat(List.of(more, deadlines, rolled, gateways, ways, fewer, last))
                    .allSatisfy(seen -> assertThat(seen.refusals()).isEmpty());
        }
    }

    private static Traffic.Seen during(Traffic traffic, String what, Deed deed) throws Exception {
        deed.happen();
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        Traffic.Seen seen = traffic.seen();
        log.warn("{}: {} taken to the site, {} calls refused", what, seen.finished(), seen.refused());
        seen.longest().forEach((news, time) -> log.warn("    {} at most {} ms", news, time.toMillis()));
        seen.refusals().forEach((call, times) -> log.warn("    {} x {}", times, call));
        return seen;
    }

    private static void everyRequestReachedItsStateOnce(List<String> published) throws Exception {
        StaffClient officer = signedIn("officer");
        StaffClient admin = signedIn("admin");
        List<Integer> orders = new ArrayList<>();
        for (String id : published) {
            Answer request = officer.get("/api/requests/" + id).orFail();
            assertThat(request.text("status")).isEqualTo("PUBLISHED");
            orders.add(request.body().get("publication").get("publishingOrder").asInt());
            List<String> steps = officer.get("/api/requests/" + id + "/timeline")
                    .orFail()
                    .body()
                    .valueStream()
                    .map(entry -> entry.get("step").asString())
                    .toList();
            assertThat(steps).as(id).doesNotHaveDuplicates().contains("PUBLISHED");
        }
        assertThat(orders).as("the running number").doesNotHaveDuplicates();
        int first = orders.stream().min(Integer::compare).orElseThrow();
        assertThat(orders)
                .as("no number is left out")
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(first, first + orders.size()).boxed().toList());
        for (String service : Project.SERVICES.subList(0, 4)) {
            assertThat(Objects.requireNonNull(admin.get("/api/services/" + service + "/dead-letters")
                            .orFail()
                            .body()
                            .get("items")))
                    .as("dead letters of " + service)
                    .isEmpty();
        }
        log.warn("{} requests, each at its end once", published.size());
    }

    private static StaffClient signedIn(String user) throws IOException, InterruptedException {
        StaffClient client = new StaffClient(GATEWAY);
        client.signIn(user, PASSWORD).orFail();
        return client;
    }
}

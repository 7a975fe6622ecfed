package org.prakat.deploy;

import java.io.IOException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prometheus among the running containers, asked where it runs: it has no port outside. */
final class Prometheus {

    private Prometheus() {}

    static Stream<JsonNode> targets() throws IOException, InterruptedException {
        return asked("targets?state=active").get("activeTargets").valueStream();
    }

    static Stream<JsonNode> rules() throws IOException, InterruptedException {
        return asked("rules").get("groups").get(0).get("rules").valueStream();
    }

    static String stateOf(String alert) throws IOException, InterruptedException {
        return rules().filter(rule -> rule.get("name").asString().equals(alert))
                .findFirst()
                .orElseThrow()
                .get("state")
                .asString();
    }

    private static JsonNode asked(String what) throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(Engine.inside("prometheus", "wget", "-q", "-O", "-", "http://localhost:9090/api/v1/" + what))
                .get("data");
    }
}

package org.prakat.standalone;

import java.util.Map;

/** How another office gets into Kafka. */
record OfficeUser(String name, String password) {

    static OfficeUser of(String office, String password) {
        return new OfficeUser("office." + office, password);
    }

    /** The settings of a client, as docs/offices.md shows them. */
    Map<String, Object> at(String bootstrapServers) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + name + "\" password=\""
                        + password + "\";");
    }
}

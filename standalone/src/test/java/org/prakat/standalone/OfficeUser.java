package org.prakat.standalone;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.prakat.embedded.OfficesListener;

/** How another office gets into Kafka. */
record OfficeUser(String name, String password) {

    private static final Path GUIDE = Path.of("..", "docs", "offices.md");

    static OfficeUser of(String office, String password) {
        return new OfficeUser("office." + office, password);
    }

    /** The settings of a client, letter by letter those that docs/offices.md shows, but for place, protocol, name and password. */
    Map<String, Object> at(OfficesListener listener) {
        try {
            String guide = Files.readString(GUIDE);
            String block = guide.substring(guide.indexOf("bootstrap.servers="));
            String settings = block.substring(0, block.indexOf("```"))
                    .replace("prakat.example.go.th:9094", listener.address())
                    .replace("SASL_SSL", listener.protocol())
                    .replace("\"office.phu-kradueng\"", "\"" + name + "\"")
                    .replace("\"...\"", "\"" + password + "\"");
            Properties properties = new Properties();
            properties.load(new StringReader(settings));
            Map<String, Object> client = new HashMap<>();
            properties.forEach((key, value) -> client.put(key.toString(), value));
            return client;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

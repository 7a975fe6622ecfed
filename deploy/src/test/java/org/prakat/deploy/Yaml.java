package org.prakat.deploy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A node of a YAML document, to walk down from. What is not there is an empty node. */
record Yaml(Object value) {

    /** All documents of a file. */
    static List<Yaml> read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            List<Yaml> documents = new ArrayList<>();
            new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions()))
                    .loadAll(reader)
                    .forEach(document -> documents.add(new Yaml(document)));
            return documents;
        }
    }

    Yaml at(String... path) {
        Object here = value;
        for (String key : path) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return new Yaml(here);
    }

    boolean isThere() {
        return value != null;
    }

    String text() {
        return String.valueOf(value);
    }

    List<Yaml> items() {
        return value instanceof List<?> list ? list.stream().map(Yaml::new).toList() : List.of();
    }

    List<String> texts() {
        return items().stream().map(Yaml::text).toList();
    }

    List<String> keys() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }
}

package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Text;

/** What a page offers to choose from, and how what was chosen is called. */
public record Options(List<Option> list) {

    /** One of them. */
    public record Option(String id, Text name) {}

    public Options {
        list = List.copyOf(list);
    }

    static <T> Options of(List<T> things, Function<T, String> id, Function<T, Text> name) {
        return new Options(things.stream()
                .map(thing -> new Option(id.apply(thing), name.apply(thing)))
                .toList());
    }

    /** How it is called; its id where it is unknown. */
    public @Nullable Text name(@Nullable String id) {
        return list.stream()
                .filter(option -> option.id().equals(id))
                .map(Option::name)
                .findFirst()
                .orElseGet(() -> id == null ? null : new Text(id, id));
    }
}

package io.infinityloop.cli.config;

import java.util.List;
import java.util.Locale;

/** The names of an enum's values as they stand in the file. */
final class Words {
    private Words() {}

    static <E extends Enum<E>> String of(List<E> values) {
        return String.join(", ", names(values));
    }

    /**
     * Finds a value by its name.
     *
     * @throws IllegalArgumentException if none is called so
     */
    static <E extends Enum<E>> E one(String name, List<E> values) {
        return values.stream()
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("it is none of them" + Nearest.advice(name, names(values), "")));
    }

    private static <E extends Enum<E>> List<String> names(List<E> values) {
        return values.stream()
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}

package io.infinityloop.cli.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names of an enum's values as they stand in the file. */
final class Words {
    private Words() {}

    @SafeVarargs
    static <E extends Enum<E>> String of(E... values) {
        return String.join(", ", names(values));
    }

    /**
     * Finds a value by its name.
     *
     * @throws IllegalArgumentException if none is called so
     */
    @SafeVarargs
    static <E extends Enum<E>> E one(String name, E... values) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("it is none of them" + Nearest.advice(name, names(values), "")));
    }

    @SafeVarargs
    private static <E extends Enum<E>> List<String> names(E... values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toList());
    }
}

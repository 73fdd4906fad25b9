package io.infinityloop.webhook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The headers of a delivery; names in lower case. Of a header that is there more than once the first counts.
 *
 * @param values the values
 */
record Headers(Map<String, String> values) {
    static Headers of(Map<String, List<String>> given) {
        Map<String, String> values = new TreeMap<>();
        given.forEach((name, all) -> {
            if (!all.isEmpty()) {
                values.putIfAbsent(name.toLowerCase(Locale.ROOT), all.get(0));
            }
        });
        return new Headers(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** {@return the value; empty if there is none} */
    String get(String name) {
        return values.getOrDefault(name, "");
    }
}

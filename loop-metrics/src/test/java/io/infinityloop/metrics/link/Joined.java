package io.infinityloop.metrics.link;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the linker joined, in few words. */
final class Joined {
    private Joined() {}

    /** The id of the first release by commit; none is {@code -}. */
    static Map<String, String> releases(Derived derived) {
        return derived.subjects(Change.class).stream()
                .collect(Collectors.toMap(Change::commit, change -> id(change.released()), (a, b) -> b, TreeMap::new));
    }

    /** The id of the first deployment by commit; none is {@code -}. */
    static Map<String, String> deployments(Derived derived) {
        return derived.subjects(Change.class).stream()
                .collect(Collectors.toMap(Change::commit, change -> id(change.deployed()), (a, b) -> b, TreeMap::new));
    }

    /** {@return the id of a delivery; none is {@code -}} */
    static String id(@Nullable Delivery delivery) {
        return delivery == null ? "-" : delivery.id();
    }

    /** How many changes came first with a release, by its id. */
    static Map<String, Long> sizes(Derived derived) {
        return derived.subjects(Released.class).stream()
                .collect(Collectors.toMap(Released::id, Released::changes, Long::sum, TreeMap::new));
    }
}

package io.infinityloop.metrics.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found broken: the first case of each law, so that the message stays readable. */
final class Violations {
    private final Map<String, String> firstByLaw = new LinkedHashMap<>();

    void add(String violation) {
        int colon = violation.indexOf(": ");
        firstByLaw.putIfAbsent(colon < 0 ? violation : violation.substring(0, colon), violation);
    }

    /** Does something that may throw what it likes: then the law is broken. */
    void unless(String law, Runnable check) {
        try {
            check.run();
        } catch (Exception | AssertionError | LinkageError | StackOverflowError thrown) {
            add(law + ": threw " + thrown);
        }
    }

    List<String> all() {
        return new ArrayList<>(firstByLaw.values());
    }

    /** Throws if there is any. */
    void report(String name) {
        if (!firstByLaw.isEmpty()) {
            throw new AssertionError(name + " breaks " + firstByLaw.size() + " of the laws of the library:\n  - "
                    + String.join("\n  - ", firstByLaw.values()));
        }
    }
}

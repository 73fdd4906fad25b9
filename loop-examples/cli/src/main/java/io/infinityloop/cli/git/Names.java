package io.infinityloop.cli.git;

import java.util.ArrayList;
import java.util.List;

/** Things that were left out: all are counted, the first few are named. Not safe for use by many threads. */
final class Names {
    private static final int NAMED = 5;

    private final List<String> first = new ArrayList<>();
    private long count;

    void add(String name) {
        if (count < NAMED) {
            first.add(name);
        }
        count++;
    }

    long count() {
        return count;
    }

    /** {@return the names, as in {@code 1.0, 1.1 and 7 more}} */
    @Override
    public String toString() {
        String named = String.join(", ", first);
        return count > first.size() ? named + " and " + (count - first.size()) + " more" : named;
    }
}

package io.infinityloop.cli.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** {@return a sentence that says why these are left out; empty if there are none} */
    Optional<String> leftOut(String why) {
        return count == 0 ? Optional.empty() : Optional.of(count + " " + why + " and are left out: " + this);
    }

    /** {@return the names, as in {@code 1.0, 1.1 and 7 more}} */
    @Override
    public String toString() {
        String named = String.join(", ", first);
        return count > first.size() ? named + " and " + (count - first.size()) + " more" : named;
    }
}

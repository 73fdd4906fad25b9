package io.infinityloop.metrics.flow;

import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** How many there are of each stage. A state; not safe for use by many threads. */
final class StageCounts {
    private final long[] counts = new long[Stage.all().size()];

    void add(Stage stage) {
        counts[stage.number() - 1]++;
    }

    StageCounts merge(StageCounts others) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += others.counts[i];
        }
        return this;
    }

    long of(Stage stage) {
        return counts[stage.number() - 1];
    }

    long all() {
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        return all;
    }

    /** {@return a number for each of the eight stages, by its name} */
    SortedMap<String, Amount> parts(LongFunction<Amount> amount) {
        SortedMap<String, Amount> parts = new TreeMap<>();
        Stage.all().forEach(stage -> parts.put(stage.displayName(), amount.apply(of(stage))));
        return parts;
    }
}

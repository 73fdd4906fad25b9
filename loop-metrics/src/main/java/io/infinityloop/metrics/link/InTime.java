package io.infinityloop.metrics.link;

import io.infinityloop.event.LoopEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/** Sorts events by instant: whole seconds as numbers, which is several times quicker than as objects. */
final class InTime {
    private static final Comparator<LoopEvent> BY_INSTANT = Comparator.comparing(LoopEvent::at);
    private static final int PLACE_BITS = 31;
    private static final long MOST_SECONDS = 1L << 32;

    private InTime() {}

    /** Returns the first so many events, sorted by instant; those of one instant stay in the order given. */
    static LoopEvent[] sorted(LoopEvent[] events, int size) {
        LoopEvent[] sorted = Arrays.copyOf(events, size);
        long first = Instant.MAX.getEpochSecond();
        long last = Instant.MIN.getEpochSecond();
        for (LoopEvent event : sorted) {
            first = Math.min(first, event.at().getEpochSecond());
            last = Math.max(last, event.at().getEpochSecond());
        }
        if (last - first >= MOST_SECONDS) {
            Arrays.sort(sorted, BY_INSTANT);
            return sorted;
        }
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = (sorted[i].at().getEpochSecond() - first) << PLACE_BITS | i;
        }
        Arrays.sort(keys);
        for (int i = 0; i < size; i++) {
            sorted[i] = events[(int) keys[i] & Integer.MAX_VALUE];
        }
        withinSeconds(sorted, keys);
        return sorted;
    }

    private static void withinSeconds(LoopEvent[] sorted, long[] keys) {
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && keys[to] >>> PLACE_BITS == keys[from] >>> PLACE_BITS) {
                to++;
            }
            if (to - from > 1) {
                Arrays.sort(sorted, from, to, BY_INSTANT);
            }
            from = to;
        }
    }
}

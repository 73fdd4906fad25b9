package io.infinityloop.rule;

import java.time.Instant;

/** Instants as nanoseconds from the beginning of 1970: all that are accepted fit. */
final class Ticks {
    private static final long SECOND = 1_000_000_000L;

    private Ticks() {}

    static long of(Instant instant) {
        return instant.getEpochSecond() * SECOND + instant.getNano();
    }

    static Instant instant(long ticks) {
        return Instant.ofEpochSecond(Math.floorDiv(ticks, SECOND), Math.floorMod(ticks, SECOND));
    }

    /** {@return the instant a span later; never, if that is after all that are accepted} */
    static long later(long ticks, long span) {
        long sum = ticks + span;
        return sum < 0 ? Timers.NEVER : sum;
    }
}

package io.infinityloop.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test moves it, or moves on by itself each time that it is asked.
 *
 * <p>Safe for use by many threads.
 *
 * @since 0.1
 */
public final class SettableClock extends Clock {
    /** Where a clock begins that is not told where: a Monday, 5 January 2026, 09:00 UTC. */
    public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final AtomicReference<Instant> now;
    private final Duration step;
    private final ZoneId zone;

    private SettableClock(AtomicReference<Instant> now, Duration step, ZoneId zone) {
        this.now = now;
        this.step = step;
        this.zone = zone;
    }

    /** {@return a clock that stands at {@link #START}, in UTC} */
    public static SettableClock start() {
        return at(START);
    }

    /**
     * Returns a clock that stands at an instant, in UTC.
     *
     * @param instant what it tells until it is moved
     * @return the clock
     */
    public static SettableClock at(Instant instant) {
        return ticking(instant, Duration.ZERO);
    }

    /**
     * Returns a clock that moves on by itself, in UTC.
     *
     * @param first what it tells when it is asked for the first time
     * @param step how much later it is each time that it is asked again; zero for a clock that stands still
     * @return the clock
     * @throws IllegalArgumentException if the step is negative
     */
    public static SettableClock ticking(Instant first, Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("a step of " + step + " goes back: use zero or more, and set or move");
        }
        return new SettableClock(new AtomicReference<>(requireNonNull(first, "first")), step, ZoneOffset.UTC);
    }

    /**
     * Sets the time, also back.
     *
     * @param instant what the clock tells when it is asked next
     * @return this clock
     */
    public SettableClock set(Instant instant) {
        now.set(requireNonNull(instant, "instant"));
        return this;
    }

    /**
     * Moves the time.
     *
     * @param duration by how much; negative to go back
     * @return this clock
     */
    public SettableClock move(Duration duration) {
        requireNonNull(duration, "duration");
        now.updateAndGet(before -> before.plus(duration));
        return this;
    }

    /** {@return the time; a ticking clock is one step later afterwards} */
    @Override
    public Instant instant() {
        return requireNonNull(now.getAndUpdate(told -> told.plus(step)));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** {@return a clock of another zone that tells the same time: who moves one of them, moves both} */
    @Override
    public SettableClock withZone(ZoneId other) {
        return new SettableClock(now, step, requireNonNull(other, "zone"));
    }

    /** {@return the time, without a tick} */
    @Override
    public String toString() {
        return "settable clock at " + now.get();
    }
}

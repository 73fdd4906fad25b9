package io.infinityloop.machine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that is one minute later each time that it is asked. */
final class TickingClock extends Clock {
    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final AtomicLong minutes = new AtomicLong();

    /** {@return the instant that the clock tells when it is asked for the n-th time, 0 for the first} */
    static Instant tick(long n) {
        return START.plus(Duration.ofMinutes(n));
    }

    @Override
    public Instant instant() {
        return tick(minutes.getAndIncrement());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

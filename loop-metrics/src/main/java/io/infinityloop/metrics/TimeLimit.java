package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How long each metric may take by the caller's clock. There is no limit by default, and then no clock is asked. */
record TimeLimit(Duration each, @Nullable LongSupplier nanoTime) {
    static final TimeLimit NONE = new TimeLimit(Duration.ZERO, null);

    TimeLimit {
        if (nanoTime != null && (each.isNegative() || each.isZero())) {
            throw new IllegalArgumentException(
                    "the time limit of a metric is more than nothing, but " + each + " was asked for");
        }
    }

    static TimeLimit of(Duration each, LongSupplier nanoTime) {
        return new TimeLimit(each, requireNonNull(nanoTime, "nanoTime"));
    }

    Clock clock() {
        return new Clock(this);
    }

    /** The time that one metric has taken; checked between its subjects. */
    static final class Clock {
        private final TimeLimit limit;
        private long spent;
        private long started;

        private Clock(TimeLimit limit) {
            this.limit = limit;
        }

        void start() {
            started = limit.nanoTime == null ? 0 : limit.nanoTime.getAsLong();
        }

        void check() {
            if (limit.nanoTime != null && spent() > limit.each.toNanos()) {
                throw new IllegalStateException("took longer than " + limit.each + ", the time limit of a metric");
            }
        }

        void stop() {
            spent = spent();
        }

        private long spent() {
            return limit.nanoTime == null ? 0 : spent + (limit.nanoTime.getAsLong() - started);
        }
    }
}

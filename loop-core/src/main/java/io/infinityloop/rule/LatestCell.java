package io.infinityloop.rule;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The latest value of a measure, while it is young enough. */
final class LatestCell extends Cell {
    private final long maximumAge;
    private long at;

    private @Nullable BigDecimal latest;

    LatestCell(Program.Watched watched, Operand.Latest operand) {
        super(watched);
        Duration age = operand.maximumAge();
        maximumAge = age == null ? Timers.NEVER : age.toNanos();
    }

    @Override
    void add(long instant, BigDecimal sample) {
        at = instant;
        latest = sample;
    }

    @Override
    long refresh(long now) {
        boolean isOld = now - at >= maximumAge;
        value = isOld ? null : latest;
        return isOld || maximumAge == Timers.NEVER || latest == null ? Timers.NEVER : Ticks.later(at, maximumAge);
    }
}

package io.infinityloop.telemetry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a metric is read.
 *
 * <p>Source: requirement OBS-14.
 *
 * @since 0.1
 */
public enum MetricSource {
    /** At the end users, by looking at their own traffic. */
    PASSIVE(MetricRank.PRIMARY),
    /** At the end users' end, by requests that are made only to measure. */
    ACTIVE(MetricRank.PRIMARY),
    /** In a part between them and the data, such as a queue or a server of pages. */
    MIDDLEWARE(MetricRank.SECONDARY),
    /** Nobody said. */
    UNKNOWN(null);

    private final @Nullable MetricRank rank;

    MetricSource(@Nullable MetricRank rank) {
        this.rank = rank;
    }

    /** {@return how near its metrics are to what users feel; empty if nobody said where they are read} */
    public Optional<MetricRank> rank() {
        return Optional.ofNullable(rank);
    }

    /** {@return whether it is read at the end users} */
    public boolean isEndUser() {
        return this == PASSIVE || this == ACTIVE;
    }
}

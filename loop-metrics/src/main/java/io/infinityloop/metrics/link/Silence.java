package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nothing was measured: of a service that runs in production, or of a loop that left MONITOR.
 *
 * @param what the service or the loop
 * @param isOfLoop whether a loop left MONITOR with nothing to look at
 * @param from when the service began to run or was last measured; when the loop entered OPERATE or MONITOR
 * @param to when it was measured again, or the loop left MONITOR; null while it lasts
 * @param labels short facts to split numbers by
 * @param evidence the events between which it was silent
 * @since 0.1
 */
public record Silence(
        String what,
        boolean isOfLoop,
        Instant from,
        @Nullable Instant to,
        Labels labels,
        List<EventKey> evidence) implements Subject {
    /** What is shorter is no silence. */
    public static final Duration SHORTEST = Duration.ofHours(1);

    /** Creates a silence. */
    public Silence {
        requireNonNull(what, "what");
        requireNonNull(from, "from");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /**
     * Returns how long it is, or has been.
     *
     * @param now the instant that counts while it lasts
     * @return the time; negative if it lasts and {@code now} is before its beginning
     */
    public Duration length(Instant now) {
        return Duration.between(from, to == null ? now : to);
    }
}

package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time from one release of a service to the next, or to what is known.
 *
 * @param previous the version that was released first
 * @param from when it was released
 * @param next the version that followed; empty if none has
 * @param to when it followed; null if none has
 * @param labels short facts to split numbers by: those of the first release
 * @param evidence the events of both releases
 * @since 0.1
 */
public record ReleaseGap(
        String previous,
        Instant from,
        String next,
        @Nullable Instant to,
        Labels labels,
        List<EventKey> evidence) implements Subject {
    /** Creates a gap. */
    public ReleaseGap {
        requireNonNull(previous, "previous");
        requireNonNull(from, "from");
        requireNonNull(next, "next");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /**
     * Returns how long it is, or has been.
     *
     * @param now the instant that counts while nothing followed
     * @return the time; negative if nothing followed and {@code now} is before the first release
     */
    public Duration length(Instant now) {
        return Duration.between(from, to == null ? now : to);
    }
}

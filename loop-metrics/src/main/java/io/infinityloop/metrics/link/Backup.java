package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backup, and when the next one of the same thing was made. It is recorded as a custom artifact of the kind
 * {@link #KIND}.
 *
 * @param of what was saved: the service, or else the repository; empty if nobody said
 * @param at when it was made
 * @param next when the next one was made; null if none has been
 * @param labels short facts to split numbers by
 * @param evidence the event that told of it
 * @since 0.1
 */
public record Backup(String of, Instant at, @Nullable Instant next, Labels labels, List<EventKey> evidence)
        implements Subject {
    /** The name of the kind of artifact that tells of a backup. */
    public static final String KIND = "backup";

    /** Creates it. */
    public Backup {
        requireNonNull(of, "of");
        requireNonNull(at, "at");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /**
     * Returns how old it was when the next one was made, or has become.
     *
     * @param now the instant that counts while it is the last
     * @return the age; negative if it is the last and {@code now} is before it
     */
    public Duration age(Instant now) {
        return Duration.between(at, next == null ? now : next);
    }
}

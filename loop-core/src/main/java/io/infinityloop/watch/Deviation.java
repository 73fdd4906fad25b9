package io.infinityloop.watch;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.Comparator;

/**
 * Something that a feed reports and that the machine would have refused.
 *
 * @param kind what sort of deviation it is
 * @param loop the loop in which it was seen
 * @param event the event that deviates
 * @param at when the event happened
 * @param message what was seen and what was expected, in one sentence
 * @since 0.1
 */
public record Deviation(Kind kind, LoopId loop, EventKey event, Instant at, String message)
        implements Comparable<Deviation> {
    private static final Comparator<Deviation> ORDER = Comparator.comparing(Deviation::at)
            .thenComparing(Deviation::event)
            .thenComparing(Deviation::kind)
            .thenComparing(Deviation::loop)
            .thenComparing(Deviation::message);

    /**
     * Creates a deviation.
     *
     * @throws NullPointerException if a component is null
     */
    public Deviation {
        requireNonNull(kind, "kind");
        requireNonNull(loop, "loop");
        requireNonNull(event, "event");
        requireNonNull(at, "at");
        requireNonNull(message, "message");
    }

    /** Compares by instant, then by event, kind, loop and message. */
    @Override
    public int compareTo(Deviation other) {
        return ORDER.compare(this, other);
    }

    /**
     * The sorts of deviations.
     *
     * @since 0.1
     */
    public enum Kind {
        /** A move leapt over one or more stages. */
        SKIPPED_STAGE,
        /** A move, not a return, went to an earlier stage of the cycle. */
        BACKWARD_MOVE,
        /** A move entered the stage that it left. */
        REPEATED_STAGE,
        /** A move or return left a stage that the loop was not in: what happened between was not reported. */
        MISSING_MOVE,
        /** A stage was left forwards though the latest outcome of something in it was a failure. */
        IGNORED_FAILURE,
        /** Something happened to a loop of which no start was reported, or before it. */
        NOT_STARTED,
        /** A loop was started a second time. */
        STARTED_AGAIN,
        /** Something happened to a loop after it was retired. */
        AFTER_RETIREMENT,
        /** One and the same event was delivered more than once. */
        DUPLICATE_EVENT,
        /**
         * Two different events have the same source and id; see {@link io.infinityloop.event.EventOrder} for which
         * counts.
         */
        CONFLICTING_EVENT
    }
}

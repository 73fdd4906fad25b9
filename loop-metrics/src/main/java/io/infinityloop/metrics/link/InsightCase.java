package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An insight with a goal of the plan that was made because of it, and whether a later cycle saw that it helped. Work
 * that is done closes nothing: only a measurement of the goal's metric does, taken in a later cycle of the loop.
 *
 * @param insight the id of the insight
 * @param goal the metric of the goal; empty if no plan item that derives from the insight has a goal
 * @param found when it was found
 * @param status whether it is closed, and how
 * @param closed when the measurement that closes it was taken; null while it is open
 * @param labels short facts to split numbers by
 * @param evidence the events of the insight, the plan item and the measurement
 * @since 0.1
 */
public record InsightCase(
        String insight,
        String goal,
        Instant found,
        Status status,
        @Nullable Instant closed,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /**
     * Creates a case.
     *
     * @throws IllegalArgumentException if it is closed without an instant, or open with one
     */
    public InsightCase {
        requireNonNull(insight, "insight");
        requireNonNull(goal, "goal");
        requireNonNull(found, "found");
        if ((status == Status.OPEN) != (closed == null)) {
            throw new IllegalArgumentException("insight " + insight + " is " + status + " and closed at " + closed);
        }
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /**
     * How far an insight is followed up.
     *
     * @since 0.1
     */
    public enum Status {
        /** No later cycle measured the goal. */
        OPEN,
        /** A later cycle measured it, and it was reached. */
        CLOSED_IMPROVED,
        /** A later cycle measured it, and it was not reached. */
        CLOSED_NOT_IMPROVED
    }
}

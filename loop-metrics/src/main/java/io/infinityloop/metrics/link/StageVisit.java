package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.event.EventKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time that a loop spent in a stage without a break. Where a feed reports no move of a loop, its visits are
 * inferred from what was made for it.
 *
 * @param loop the loop
 * @param cycle which time it goes round, from 1
 * @param stage the stage
 * @param attempt which visit of the stage it is in this cycle: 1, and more after returns
 * @param entered when it was entered
 * @param left when it was left; null while the loop is in it
 * @param resting whether the loop is in PLAN after a finished cycle, and nothing was recorded with it since: nobody
 *     says that the next cycle has begun
 * @param trigger who or what moved the loop out of it; UNKNOWN while it is not left
 * @param activity when something is known to have run for the loop, in the order of time, without overlaps: builds,
 *     test runs and deployments that were recorded with it; empty if nobody recorded any
 * @param labels short facts to split numbers by: those of the loop, and of the move out of the stage
 * @param evidence the event that left the stage, or the one that entered it while it is not left, and those of the
 *     activity
 * @since 0.1
 */
public record StageVisit(
        LoopId loop,
        long cycle,
        Stage stage,
        int attempt,
        Instant entered,
        @Nullable Instant left,
        boolean resting,
        Trigger trigger,
        List<Span> activity,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /**
     * Creates a visit.
     *
     * @throws NullPointerException if anything but {@code left} is null
     */
    public StageVisit {
        requireNonNull(loop, "loop");
        requireNonNull(stage, "stage");
        requireNonNull(entered, "entered");
        requireNonNull(trigger, "trigger");
        activity = List.copyOf(activity);
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /** {@return whether the stage was visited before in this cycle} */
    public boolean isRepeated() {
        return attempt > 1;
    }

    /** {@return how long it took, or empty while it lasts} */
    public Optional<Duration> duration() {
        return Optional.ofNullable(left).map(end -> Duration.between(entered, end));
    }

    /** {@return in how much of it something is known to have run; what still runs is left out} */
    public Duration active() {
        return Span.total(activity, Instant.MIN);
    }
}

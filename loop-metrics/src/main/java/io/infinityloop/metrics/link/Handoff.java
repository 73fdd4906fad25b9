package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Transition;
import io.infinityloop.Trigger;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A move of a loop from one stage to another, and what became of it. A return is no handoff; that a feed reports a move
 * back as if it were one of the loop's makes the move a {@link Deviation}.
 *
 * @param loop the loop
 * @param cycle which time it goes round, from 1
 * @param transition from which stage to which
 * @param at when it was handed over
 * @param trigger who or what set it off
 * @param deviation why the machine would have refused it; null if it would not
 * @param aftermath what became of it
 * @param labels short facts to split numbers by: those of the loop, and of the move
 * @param evidence the event of the move, and those of the returns that concern it
 * @since 0.1
 */
public record Handoff(
        LoopId loop,
        long cycle,
        Transition transition,
        Instant at,
        Trigger trigger,
        @Nullable Deviation deviation,
        Aftermath aftermath,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /** Creates a handoff. */
    public Handoff {
        requireNonNull(loop, "loop");
        requireNonNull(transition, "transition");
        requireNonNull(at, "at");
        requireNonNull(trigger, "trigger");
        requireNonNull(aftermath, "aftermath");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /** {@return whether it went forward: to a later stage, or from MONITOR to the next PLAN} */
    public boolean isForward() {
        return transition.closesCycle() || transition.from().isBefore(transition.to());
    }

    /**
     * Why the machine would have refused a move.
     *
     * @since 0.1
     */
    public enum Deviation {
        /** It leapt over one or more stages. */
        SKIPPED_STAGE,
        /** It went to an earlier stage of the cycle, and was no return. */
        BACKWARD_MOVE,
        /** It entered the stage that it left. */
        REPEATED_STAGE,
        /** It left a stage that the loop was not in: what happened between was not reported. */
        MISSING_MOVE
    }

    /**
     * What became of a handoff. Which of the returns makes it unclean is for the metric to choose.
     *
     * @param sentBack when work came back to the stage that had handed it over; null if it did not
     * @param refused when the stage that took it over sent it back, however far; null if it did not
     * @param undone when work first went back to the stage that had handed it over, or to an earlier one; null if it
     *     did not
     * @param settled when the cycle ended, after which nothing can come back; null while it lasts
     * @since 0.1
     */
    public record Aftermath(
            @Nullable Instant sentBack,
            @Nullable Instant refused,
            @Nullable Instant undone,
            @Nullable Instant settled) {
        /** Nothing came back, and the cycle lasts. */
        public static final Aftermath NONE = new Aftermath(null, null, null, null);

        Aftermath withSentBack(Instant at) {
            return sentBack != null ? this : new Aftermath(at, refused, undone, settled);
        }

        Aftermath withRefused(Instant at) {
            return refused != null ? this : new Aftermath(sentBack, at, undone, settled);
        }

        Aftermath withUndone(Instant at) {
            return undone != null ? this : new Aftermath(sentBack, refused, at, settled);
        }

        Aftermath withSettled(Instant at) {
            return new Aftermath(sentBack, refused, undone, at);
        }
    }
}

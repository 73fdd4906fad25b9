package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.ArtifactRef;
import java.time.Instant;
import java.util.List;

/**
 * One step in a loop's history: a move to the next stage, or a return to an earlier one.
 *
 * <p>Source: requirements LOOP-08, LOOP-11, LOOP-18.
 *
 * @since 0.1
 */
public sealed interface HistoryEntry {
    /** {@return the place of the step's event among the loop's events} */
    long revision();

    /** {@return the id of the step's event} */
    String eventId();

    /** {@return when it happened} */
    Instant at();

    /** {@return the stage that was left} */
    Stage from();

    /** {@return the stage that was entered} */
    Stage to();

    /** {@return the cycle in which the stage was left, 1 for the first} */
    long cycle();

    /** {@return the attempt in which the stage was left, 1 for the first of the cycle} */
    int attempt();

    /** {@return who or what set it off} */
    Trigger trigger();

    /**
     * A move to the next stage.
     *
     * @param revision the place of the event among the loop's events
     * @param eventId the id of the event
     * @param at when it happened
     * @param transition the stages that were left and entered
     * @param cycle the cycle in which the stage was left
     * @param attempt the attempt in which the stage was left
     * @param artifacts what was recorded while the loop was in the stage, in order
     * @param outcome PASSED if something was checked in the stage, UNKNOWN if nothing was
     * @param trigger who or what set it off
     */
    record Move(
            long revision,
            String eventId,
            Instant at,
            Transition transition,
            long cycle,
            int attempt,
            List<ArtifactRef> artifacts,
            Outcome outcome,
            Trigger trigger)
            implements HistoryEntry {
        /** Creates the entry. */
        public Move {
            requireNonNull(transition, "transition");
            artifacts = List.copyOf(artifacts);
        }

        @Override
        public Stage from() {
            return transition.from();
        }

        @Override
        public Stage to() {
            return transition.to();
        }

        /** {@return the verb of the transition} */
        public String verb() {
            return transition.verb();
        }
    }

    /**
     * A return to an earlier stage.
     *
     * @param revision the place of the event among the loop's events
     * @param eventId the id of the event
     * @param at when it happened
     * @param from the stage that was left
     * @param to the stage that was entered again
     * @param cause why
     * @param cycle the cycle
     * @param attempt the attempt that did not succeed
     * @param trigger who or what set it off
     */
    record Rework(
            long revision,
            String eventId,
            Instant at,
            Stage from,
            Stage to,
            String cause,
            long cycle,
            int attempt,
            Trigger trigger)
            implements HistoryEntry {
        /** Creates the entry. */
        public Rework {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            requireNonNull(cause, "cause");
        }
    }
}

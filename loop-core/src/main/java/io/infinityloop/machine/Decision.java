package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.event.LoopEvent;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The answer to a {@link Command}: granted, with the events that follow, or refused, with every reason.
 *
 * @since 0.1
 */
public sealed interface Decision {
    /** {@return whether the request was granted} */
    boolean isAccepted();

    /**
     * Returns the granted decision, for code that prefers exceptions.
     *
     * @return this decision
     * @throws RefusedException if the request was refused
     */
    Accepted orThrow();

    /**
     * The request was granted.
     *
     * @param events what happens, in order, at least one event
     */
    record Accepted(List<LoopEvent> events) implements Decision {
        /**
         * Creates the decision.
         *
         * @throws IllegalArgumentException if there is no event
         */
        public Accepted {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("a granted request has an event");
            }
        }

        @Override
        public boolean isAccepted() {
            return true;
        }

        @Override
        public Accepted orThrow() {
            return this;
        }
    }

    /**
     * The request was refused and nothing has changed.
     *
     * @param from the stage that the loop is in
     * @param reasons every reason, at least one
     * @param permitted the stages that the loop may advance to now without more artifacts, in loop order; empty if
     *     something else must happen first. Gates are not asked for it, so that a move which only a gate refused is
     *     among them: {@link Loop#permitted} asks them
     */
    record Refused(Stage from, List<Reason> reasons, List<Stage> permitted) implements Decision {
        /**
         * Creates the decision.
         *
         * @throws IllegalArgumentException if there is no reason
         */
        public Refused {
            requireNonNull(from, "from");
            reasons = List.copyOf(reasons);
            permitted = List.copyOf(permitted);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }

        @Override
        public boolean isAccepted() {
            return false;
        }

        @Override
        public Accepted orThrow() {
            throw new RefusedException(this);
        }

        /** {@return the messages of all reasons, joined by semicolons} */
        public String message() {
            return reasons.stream().map(Reason::message).collect(Collectors.joining("; "));
        }
    }
}

package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.util.Optional;

/**
 * What a {@link Gate} says of one attempt to leave a stage.
 *
 * <p>The hierarchy is closed.
 *
 * @since 0.1
 */
public sealed interface Verdict {
    /**
     * Returns the reason that a gate's verdict gives against the move.
     *
     * @param gate the name of the gate
     * @return the reason, or empty if the gate lets the loop pass
     */
    Optional<Reason> reason(String gate);

    /** {@return that the gate lets the loop pass} */
    static Verdict pass() {
        return Passed.INSTANCE;
    }

    /**
     * Returns that the gate holds the loop.
     *
     * @param message why, and what would open the gate
     * @return the verdict
     * @throws IllegalArgumentException if the message is blank or has more than 100,000 characters
     */
    static Verdict refuse(String message) {
        return new Refused(message);
    }

    /**
     * Returns that the gate's answer is still to come, for example because a check runs or a window is closed.
     *
     * @param message what is waited for
     * @return the verdict
     * @throws IllegalArgumentException if the message is blank or has more than 100,000 characters
     */
    static Verdict waiting(String message) {
        return new Waiting(message);
    }

    /**
     * Returns that somebody's approval is still to come.
     *
     * @param message whose approval of what is waited for
     * @return the verdict
     * @throws IllegalArgumentException if the message is blank or has more than 100,000 characters
     */
    static Verdict awaitingApproval(String message) {
        return new AwaitingApproval(message);
    }

    /** The gate lets the loop pass. */
    record Passed() implements Verdict {
        private static final Passed INSTANCE = new Passed();

        @Override
        public Optional<Reason> reason(String gate) {
            return Optional.empty();
        }
    }

    /**
     * The gate holds the loop.
     *
     * @param message why, and what would open the gate
     */
    record Refused(String message) implements Verdict {
        /** Creates the verdict. */
        public Refused {
            Texts.bounded("message", message, Texts.PROSE_LIMIT);
        }

        @Override
        public Optional<Reason> reason(String gate) {
            return Optional.of(new Reason.GateRefused(gate, message));
        }
    }

    /**
     * The gate's answer is still to come.
     *
     * @param message what is waited for
     */
    record Waiting(String message) implements Verdict {
        /** Creates the verdict. */
        public Waiting {
            Texts.bounded("message", message, Texts.PROSE_LIMIT);
        }

        @Override
        public Optional<Reason> reason(String gate) {
            return Optional.of(new Reason.GateWaiting(gate, message));
        }
    }

    /**
     * Somebody's approval is still to come.
     *
     * @param message whose approval of what is waited for
     */
    record AwaitingApproval(String message) implements Verdict {
        /** Creates the verdict. */
        public AwaitingApproval {
            Texts.bounded("message", message, Texts.PROSE_LIMIT);
        }

        @Override
        public Optional<Reason> reason(String gate) {
            return Optional.of(new Reason.AwaitingApproval(gate, message));
        }
    }

    /**
     * The gate itself failed, and so holds the loop.
     *
     * @param error the type and the message of what it threw
     */
    record Failed(String error) implements Verdict {
        /** Creates the verdict. */
        public Failed {
            requireNonNull(error, "error");
        }

        @Override
        public Optional<Reason> reason(String gate) {
            return Optional.of(new Reason.GateFailed(gate, error));
        }
    }
}

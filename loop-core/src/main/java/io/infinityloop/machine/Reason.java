package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactRef;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a request was refused: which rule, and what would be accepted.
 *
 * <p>The hierarchy is closed. A later version may add a reason; an exhaustive {@code switch} then no longer compiles,
 * which is meant.
 *
 * @since 0.1
 */
public sealed interface Reason {
    /**
     * Returns a stable name of the rule, for logs and for tools.
     *
     * @return {@code NO_TRANSITION}, {@code NO_RETURN}, {@code OUTCOME_FAILED}, {@code CONTRACT}, {@code GATE},
     *     {@code WAITING} (a gate that waits), {@code WAITING_APPROVAL} (one that waits for somebody's approval),
     *     {@code GATE_FAILED}, {@code OUT_OF_ORDER}, {@code MOVED_ON} or {@code RETIRED}
     */
    String code();

    /** {@return one sentence for people: what was asked, which rule refused it, what would be accepted} */
    String message();

    /**
     * The definition has no such move.
     *
     * @param from where the loop is
     * @param to where it was asked to go
     * @param allowed where it may go from there, in loop order
     */
    record NoTransition(Stage from, Stage to, List<Stage> allowed) implements Reason {
        /** Creates the reason. */
        public NoTransition {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            allowed = List.copyOf(allowed);
        }

        @Override
        public String code() {
            return "NO_TRANSITION";
        }

        @Override
        public String message() {
            return "cannot go from " + from + " to " + to + ": the only stage after " + from + " is "
                    + allowed.stream().map(Stage::name).collect(Collectors.joining(" or "));
        }
    }

    /**
     * Only an earlier stage of the same cycle can be returned to.
     *
     * @param from where the loop is
     * @param to where it was asked to return to
     * @param allowed where it may return to, in loop order; empty in PLAN
     */
    record NoReturn(Stage from, Stage to, List<Stage> allowed) implements Reason {
        /** Creates the reason. */
        public NoReturn {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            allowed = List.copyOf(allowed);
        }

        @Override
        public String code() {
            return "NO_RETURN";
        }

        @Override
        public String message() {
            return "cannot return from " + from + " to " + to + ": "
                    + (allowed.isEmpty()
                            ? from + " is the first stage of the cycle"
                            : (allowed.size() == 1 ? "the only earlier stage is " : "an earlier stage is one of ")
                                    + allowed.stream().map(Stage::name).collect(Collectors.joining(", ")));
        }
    }

    /**
     * The latest outcome of something in the stage is a failure.
     *
     * @param stage where the loop is
     * @param subject what was checked, for example the name of a test suite
     * @param artifact the failed artifact
     */
    record OutcomeFailed(Stage stage, String subject, ArtifactRef artifact) implements Reason {
        /** Creates the reason. */
        public OutcomeFailed {
            requireNonNull(stage, "stage");
            requireNonNull(subject, "subject");
            requireNonNull(artifact, "artifact");
        }

        @Override
        public String code() {
            return "OUTCOME_FAILED";
        }

        @Override
        public String message() {
            return "cannot leave " + stage + ": '" + subject + "' failed (" + artifact + "); record a passed "
                    + artifact.kind() + " of it, or return to an earlier stage";
        }
    }

    /**
     * A contract of the stage is not met.
     *
     * @param stage where the loop is
     * @param contract the contract
     * @param missing what is missing and what would meet the contract, in words
     */
    record ContractUnmet(Stage stage, Contract contract, String missing) implements Reason {
        /** Creates the reason. */
        public ContractUnmet {
            requireNonNull(stage, "stage");
            requireNonNull(contract, "contract");
            requireNonNull(missing, "missing");
        }

        @Override
        public String code() {
            return "CONTRACT";
        }

        @Override
        public String message() {
            return "cannot leave " + stage + ": " + missing;
        }
    }

    /**
     * A gate holds the loop.
     *
     * @param gate the name of the gate
     * @param why what the gate said
     */
    record GateRefused(String gate, String why) implements Reason {
        /** Creates the reason. */
        public GateRefused {
            requireNonNull(gate, "gate");
            requireNonNull(why, "why");
        }

        @Override
        public String code() {
            return "GATE";
        }

        @Override
        public String message() {
            return "gate '" + gate + "' refuses: " + why;
        }
    }

    /**
     * A gate's answer is still to come: a check runs, a window is closed, something is not recorded yet.
     *
     * @param gate the name of the gate
     * @param what what is waited for
     */
    record GateWaiting(String gate, String what) implements Reason {
        /** Creates the reason. */
        public GateWaiting {
            requireNonNull(gate, "gate");
            requireNonNull(what, "what");
        }

        @Override
        public String code() {
            return "WAITING";
        }

        @Override
        public String message() {
            return "gate '" + gate + "' is waiting: " + what + "; ask again when it is there";
        }
    }

    /**
     * A gate waits for somebody's approval.
     *
     * @param gate the name of the gate
     * @param what whose approval of what is waited for
     */
    record AwaitingApproval(String gate, String what) implements Reason {
        /** Creates the reason. */
        public AwaitingApproval {
            requireNonNull(gate, "gate");
            requireNonNull(what, "what");
        }

        @Override
        public String code() {
            return "WAITING_APPROVAL";
        }

        @Override
        public String message() {
            return "gate '" + gate + "' is waiting: " + what + "; ask again when it is there";
        }
    }

    /**
     * A gate failed, or was not asked, and so holds the loop.
     *
     * @param gate the name of the gate
     * @param error what went wrong
     */
    record GateFailed(String gate, String error) implements Reason {
        /** Creates the reason. */
        public GateFailed {
            requireNonNull(gate, "gate");
            requireNonNull(error, "error");
        }

        @Override
        public String code() {
            return "GATE_FAILED";
        }

        @Override
        public String message() {
            return "gate '" + gate + "' could not judge: " + error + "; mend the gate and ask again";
        }
    }

    /**
     * The request is dated before the last event of the loop.
     *
     * @param at the instant of the request
     * @param last the instant of the last event
     */
    record OutOfOrder(Instant at, Instant last) implements Reason {
        /** Creates the reason. */
        public OutOfOrder {
            requireNonNull(at, "at");
            requireNonNull(last, "last");
        }

        @Override
        public String code() {
            return "OUT_OF_ORDER";
        }

        @Override
        public String message() {
            return at + " is before the loop's last event at " + last
                    + "; time does not go back within a loop, so date the " + "request then or later";
        }
    }

    /**
     * The request counts for one stay in a stage, and the loop is not in it: see {@link Loop#during}.
     *
     * @param asked the stay that the request counts for
     * @param now where the loop is
     */
    record MovedOn(Stay asked, Stay now) implements Reason {
        /** Creates the reason. */
        public MovedOn {
            requireNonNull(asked, "asked");
            requireNonNull(now, "now");
        }

        @Override
        public String code() {
            return "MOVED_ON";
        }

        @Override
        public String message() {
            return "the request counts only while the loop is in " + asked + ", but it is in " + now
                    + "; look where it is and ask from there";
        }
    }

    /**
     * The loop was given up.
     *
     * @param reason why it was
     */
    record Retired(String reason) implements Reason {
        /** Creates the reason. */
        public Retired {
            requireNonNull(reason, "reason");
        }

        @Override
        public String code() {
            return "RETIRED";
        }

        @Override
        public String message() {
            return "the loop is retired (" + reason + "); start a new one";
        }
    }
}

package io.infinityloop.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Stage;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.machine.Command;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.LoopState;
import io.infinityloop.machine.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The answer of a definition to a request, for a test to examine. Each {@code then} method throws an
 * {@link AssertionError} that says what was given, what was asked and what was answered if the answer is another one
 * than expected, and returns this answer else.
 *
 * @since 0.1
 */
public final class DecidedLoop {
    private final GivenLoop given;
    private final Command command;
    private final Decision decision;
    private final GivenLoop after;

    DecidedLoop(GivenLoop given, Command command, Decision decision, GivenLoop after) {
        this.given = given;
        this.command = command;
        this.decision = decision;
        this.after = after;
    }

    /** {@return this answer, which was expected to grant the request} */
    public DecidedLoop thenAccepted() {
        assertThat(codes()).as("reasons why " + this).isEmpty();
        return this;
    }

    /**
     * Expects a refusal for certain reasons and no other. Several reasons of one code, two contracts that are not met,
     * count as one.
     *
     * @param code the {@linkplain Reason#code() code} of a reason, for example {@code NO_TRANSITION}
     * @param more the codes of the other reasons, in any order
     * @return this answer
     */
    public DecidedLoop thenRefused(String code, String... more) {
        assertThat(codes())
                .as("reasons why " + this)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(code), Stream.of(more)).toList());
        return this;
    }

    /**
     * Expects a refusal that says something.
     *
     * @param parts what its message must contain
     * @return this answer
     */
    public DecidedLoop thenRefusedSaying(CharSequence... parts) {
        assertThat(decision).as(toString()).isInstanceOf(Decision.Refused.class);
        assertThat(((Decision.Refused) decision).message()).as(toString()).contains(parts);
        return this;
    }

    /**
     * Expects a refusal that permits certain stages.
     *
     * @param stages the stages that may be entered instead, in loop order; none if something else must happen first
     * @return this answer
     */
    public DecidedLoop thenPermitted(Stage... stages) {
        assertThat(decision).as(toString()).isInstanceOf(Decision.Refused.class);
        assertThat(((Decision.Refused) decision).permitted())
                .as("permitted instead, as " + this)
                .containsExactly(stages);
        return this;
    }

    /**
     * Expects the loop in a stage, after a granted request or still.
     *
     * @param stage where it stands now
     * @return this answer
     */
    public DecidedLoop thenStage(Stage stage) {
        assertThat(after.state().stage()).as("stage, as " + this).isEqualTo(stage);
        return this;
    }

    /**
     * Expects the loop in a cycle and an attempt.
     *
     * @param cycle the cycle, 1 for the first
     * @param attempt the attempt in this cycle, 1 for the first
     * @return this answer
     */
    public DecidedLoop thenRound(long cycle, int attempt) {
        assertThat(List.of(after.state().cycle(), (long) after.state().attempt()))
                .as("cycle and attempt, as " + this)
                .containsExactly(cycle, (long) attempt);
        return this;
    }

    /**
     * Expects what happened.
     *
     * @param types the types of the events that follow, in order; none for a refusal
     * @return this answer
     */
    @SafeVarargs
    public final DecidedLoop thenEvents(Class<? extends LoopEvent>... types) {
        List<Class<?>> expected = new ArrayList<>();
        for (Class<?> type : types) {
            expected.add(type);
        }
        List<Class<?>> happened = new ArrayList<>();
        events().forEach(event -> happened.add(event.getClass()));
        assertThat(happened).as("events, as " + this).isEqualTo(expected);
        return this;
    }

    /** {@return the answer itself} */
    public Decision decision() {
        return decision;
    }

    /** {@return the events that follow from a granted request, in order; none from a refused one} */
    public List<LoopEvent> events() {
        return decision instanceof Decision.Accepted accepted ? accepted.events() : List.of();
    }

    /** {@return where the loop stands now; where it stood if the request was refused} */
    public LoopState state() {
        return after.state();
    }

    /** {@return the loop as it stands now, for the next request} */
    public GivenLoop and() {
        return after;
    }

    /** {@return what was given, what was asked and what was answered} */
    @Override
    public String toString() {
        return given + ", asked to " + asked(command)
                + (decision instanceof Decision.Refused refused ? ", refused: " + refused.message() : ", granted it");
    }

    private List<String> codes() {
        return decision instanceof Decision.Refused refused
                ? refused.reasons().stream().map(Reason::code).distinct().toList()
                : List.of();
    }

    private static String asked(Command command) {
        if (command instanceof Command.Advance advance) {
            return "advance to " + advance.to() + " with " + advance.artifacts();
        }
        if (command instanceof Command.ReturnTo returnTo) {
            return "return to " + returnTo.to();
        }
        return command instanceof Command.Attach attach ? "record " + attach.artifact() : command.toString();
    }
}

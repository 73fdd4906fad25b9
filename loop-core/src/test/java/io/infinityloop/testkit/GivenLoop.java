package io.infinityloop.testkit;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import io.infinityloop.machine.Command;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopListener;
import io.infinityloop.machine.LoopState;
import io.infinityloop.machine.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a definition is tried on: a loop that stands somewhere. Made by {@link #given}, brought where the test wants it,
 * and asked something by one of the {@code when} methods, whose answer the test examines.
 *
 * <p>What is given is taken as it is: a loop can be put into any stage, whatever the definition requires before it.
 * Only what is asked is decided by the definition. Time begins at {@link SettableClock#START}; every event that is
 * given and every request is a minute later than what was before it.
 *
 * <p>Immutable: each method returns another one, so that several tests may begin with the same.
 *
 * @since 0.1
 */
public final class GivenLoop {
    /** The name of the loop that is given. */
    public static final LoopId LOOP = LoopId.of("given");

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LoopDefinition definition;
    private final LoopState state;
    private final Instant now;
    private final GivenGates gates;
    private final List<LoopListener> listeners;

    private GivenLoop(
            LoopDefinition definition, LoopState state, Instant now, GivenGates gates, List<LoopListener> listeners) {
        this.definition = definition;
        this.state = state;
        this.now = now;
        this.gates = gates;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Begins with a loop that was just started in PLAN.
     *
     * @param definition the rules that are tried
     * @return the loop
     */
    public static GivenLoop given(LoopDefinition definition) {
        EventMetadata first = EventMetadata.of("given", "testkit", SettableClock.START);
        LoopState started = LoopState.start(definition.start(first, LOOP));
        return new GivenLoop(definition, started, SettableClock.START, GivenGates.none(definition), List.of());
    }

    /**
     * Begins again with a loop that was started in a stage: nothing was recorded before.
     *
     * @param stage where it stands
     * @return the loop, in its first cycle
     */
    public GivenLoop inStage(Stage stage) {
        return history(List.of(definition.start(EventMetadata.of("given", "testkit", now), LOOP, stage)));
    }

    /**
     * Begins again with a loop of which events are told. They are not judged.
     *
     * @param events the events of one loop, oldest first, beginning with its start
     * @return the loop after them
     * @throws IllegalArgumentException if the first event does not start a loop, or another does not belong to it
     */
    public GivenLoop history(List<? extends LoopEvent> events) {
        if (events.isEmpty() || !(events.get(0) instanceof Started started)) {
            throw new IllegalArgumentException("a history begins with the event that starts the loop");
        }
        GivenLoop begun = new GivenLoop(definition, LoopState.start(started), started.at(), gates, listeners);
        return begun.after(events.subList(1, events.size()));
    }

    /**
     * Adds artifacts that were recorded with the loop, one event each.
     *
     * @param artifacts what was recorded, in this order
     * @return the loop after that
     */
    public GivenLoop recorded(Artifact... artifacts) {
        GivenLoop given = this;
        for (Artifact artifact : artifacts) {
            given = given.after(List.of(new Recorded(given.next(), given.state.loop(), artifact)));
        }
        return given;
    }

    /**
     * Adds a return to an earlier stage.
     *
     * @param stage the stage that was entered again
     * @param cause why, not blank
     * @return the loop after that
     * @throws IllegalArgumentException if the loop cannot come back to the stage, or the cause is blank
     */
    public GivenLoop returned(Stage stage, String cause) {
        return after(List.of(new Returned(next(), state.loop(), state.stage(), stage, state.entered(), cause)));
    }

    /**
     * Lets time pass before the next event or request, beyond the minute that always passes.
     *
     * @param duration how much; negative for a request that is dated back
     * @return the loop, later
     */
    public GivenLoop later(Duration duration) {
        return new GivenLoop(definition, state, now.plus(duration), gates, listeners);
    }

    /**
     * Says what a gate says whenever it is asked from here on.
     *
     * @param name the name of the gate
     * @param verdict whether it lets the loop pass
     * @return the loop with that gate
     * @throws IllegalArgumentException if the definition asks for no gate of that name
     */
    public GivenLoop gate(String name, Verdict verdict) {
        return new GivenLoop(definition, state, now, gates.with(name, verdict), listeners);
    }

    /**
     * Lets the loop pass all gates of which nothing else is said. Without this, a gate of which nothing is said was not
     * asked, and so holds the loop with {@code GATE_FAILED}.
     *
     * @return the loop with these gates
     */
    public GivenLoop gatesPass() {
        return new GivenLoop(definition, state, now, gates.othersPass(), listeners);
    }

    /**
     * Tells somebody of every answer, as an engine does: for example a {@link TransitionCoverage}.
     *
     * @param listener who is told, after those before; unlike an engine's listener it may fail the test
     * @return the loop
     */
    public GivenLoop heardBy(LoopListener listener) {
        return new GivenLoop(
                definition,
                state,
                now,
                gates,
                Stream.concat(listeners.stream(), Stream.of(requireNonNull(listener, "listener")))
                        .toList());
    }

    /** {@return where the loop stands} */
    public LoopState state() {
        return state;
    }

    /**
     * Asks to move on, with artifacts or without.
     *
     * @param to the stage to enter
     * @param artifacts what is recorded with the move
     * @return the answer
     */
    public DecidedLoop whenAdvanced(Stage to, Artifact... artifacts) {
        return when(new Command.Advance(next(), to, List.of(artifacts)));
    }

    /**
     * Asks to record an artifact and stay.
     *
     * @param artifact the artifact
     * @return the answer
     */
    public DecidedLoop whenRecorded(Artifact artifact) {
        return when(new Command.Attach(next(), artifact));
    }

    /**
     * Asks to go back to an earlier stage.
     *
     * @param to the stage to enter again
     * @param cause why, not blank
     * @return the answer
     * @throws IllegalArgumentException if the cause is blank
     */
    public DecidedLoop whenReturned(Stage to, String cause) {
        return when(new Command.ReturnTo(next(), to, cause));
    }

    /**
     * Asks to go along an edge of {@link StagePaths}.
     *
     * @param edge an advance or a return
     * @param artifacts what is recorded with an advance; a return takes none
     * @return the answer
     * @throws IllegalArgumentException if the loop does not stand where the edge begins, or a return has artifacts
     */
    public DecidedLoop whenMoved(Edge edge, Artifact... artifacts) {
        boolean isReturn = edge.kind() == Edge.Kind.RETURN;
        if (edge.from() != state.stage() || (isReturn && artifacts.length > 0)) {
            throw new IllegalArgumentException(this + " cannot be asked to go along " + edge + " with "
                    + artifacts.length + " artifacts: it needs an edge from " + state.stage()
                    + ", and a return takes no artifact");
        }
        return isReturn ? whenReturned(edge.to(), "test of " + edge) : whenAdvanced(edge.to(), artifacts);
    }

    /**
     * Asks to give the loop up.
     *
     * @param reason why, not blank
     * @return the answer
     * @throws IllegalArgumentException if the reason is blank
     */
    public DecidedLoop whenRetired(String reason) {
        return when(new Command.Retire(next(), reason));
    }

    /**
     * Asks what a command asks.
     *
     * @param command the command, with an instant of its own
     * @return the answer
     */
    public DecidedLoop when(Command command) {
        Decision decision = definition.decide(state, command, gates.asked(state, command));
        if (decision instanceof Decision.Refused refused) {
            listeners.forEach(listener -> listener.onRefused(command, refused, state));
            return new DecidedLoop(this, command, decision, this);
        }
        Decision.Accepted accepted = decision.orThrow();
        GivenLoop after = after(accepted.events());
        listeners.forEach(listener -> listener.onAccepted(accepted, after.state));
        return new DecidedLoop(this, command, decision, after);
    }

    private GivenLoop after(List<? extends LoopEvent> events) {
        LoopState later = state;
        for (LoopEvent event : events) {
            later = later.evolve(event);
        }
        return new GivenLoop(definition, later, later.lastAt(), gates, listeners);
    }

    private EventMetadata next() {
        return EventMetadata.of("given-" + (state.revision() + 1), "testkit", now.plus(MINUTE));
    }

    @Override
    public String toString() {
        return "a loop of '" + definition.id() + "' in " + state.stage() + ", cycle " + state.cycle() + ", attempt "
                + state.attempt();
    }
}

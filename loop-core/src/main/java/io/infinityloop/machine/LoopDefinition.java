package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rules of a loop, as a pure function: state and command in, {@link Decision} out. It knows no clock and has no
 * side effect.
 *
 * <p>Source: requirements LOOP-02, LOOP-05, LOOP-06, LOOP-09.
 *
 * @since 0.1
 */
public final class LoopDefinition {
    private static final LoopDefinition RING = new LoopDefinition("ring");

    private final String id;
    /** By stage: the refusal of every move that the loop does not have, made once. */
    private final List<List<Decision.Refused>> noTransition;

    private LoopDefinition(String id) {
        this.id = id;
        this.noTransition = Stage.all().stream()
                .map(from ->
                        Stage.all().stream().map(to -> noTransition(from, to)).toList())
                .toList();
    }

    /**
     * Returns the definition that enforces the order Plan→Code→Build→Test→Release→Deploy→Operate→Monitor→Plan.
     *
     * <p>It requires no artifact. It does respect what is recorded: a stage whose latest build, test run or deployment
     * failed is not left forwards.
     *
     * @return the definition with the id {@code ring}
     */
    public static LoopDefinition ring() {
        return RING;
    }

    /** {@return the name of the definition} */
    public String id() {
        return id;
    }

    /**
     * Returns the event that starts a loop.
     *
     * @param metadata id, source, instant, labels and trigger
     * @param loop the loop
     * @return the event, in PLAN
     */
    public Started start(EventMetadata metadata, LoopId loop) {
        return new Started(metadata, loop, Stage.PLAN);
    }

    /**
     * Returns the stages that a loop may advance to now.
     *
     * @param state where the loop stands
     * @return an unmodifiable list; empty if it is retired or a failure holds it
     */
    public List<Stage> permitted(LoopState state) {
        return state.isRetired() || state.obstacle().isPresent()
                ? List.of()
                : List.of(state.stage().next());
    }

    /**
     * Decides on a request. The state is not changed; a granted decision holds the events that would change it.
     *
     * @param state where the loop stands
     * @param command what is asked
     * @return granted with the events, or refused with every reason
     */
    public Decision decide(LoopState state, Command command) {
        requireNonNull(command, "command");
        if (state.isRetired()) {
            return new Decision.Refused(state.stage(), List.of(new Reason.Retired(state.retirement())), List.of());
        }
        if (command instanceof Command.Advance advance) {
            return advance(state, advance);
        }
        if (command instanceof Command.ReturnTo returnTo) {
            return returnTo(state, returnTo);
        }
        List<Reason> reasons = timeGoesBack(state, command.metadata().at());
        return reasons.isEmpty() ? staying(state, command) : refused(state, reasons);
    }

    /**
     * Plays a loop's history through these rules.
     *
     * @param history the events of one loop, oldest first
     * @return the state that is reached, or the first event that is not legal where it stands
     * @throws IllegalArgumentException if there is no event
     */
    public Replay replay(List<? extends LoopEvent> history) {
        if (history.isEmpty()) {
            throw new IllegalArgumentException("a history has at least the event that starts the loop");
        }
        if (!(history.get(0) instanceof Started started)) {
            return new Replay.Diverged(0, history.get(0).id(), "a history begins with the event that starts the loop");
        }
        LoopState state = LoopState.start(started);
        for (int index = 1; index < history.size(); index++) {
            LoopEvent event = history.get(index);
            String problem = problem(state, event);
            if (!problem.isEmpty()) {
                return new Replay.Diverged(index, event.id(), problem);
            }
            state = state.evolve(event);
        }
        return new Replay.Reached(state);
    }

    private Decision advance(LoopState state, Command.Advance advance) {
        EventMetadata metadata = advance.metadata();
        List<LoopEvent> events = new ArrayList<>();
        LoopState after = state;
        for (Artifact artifact : advance.artifacts()) {
            String id = partId(metadata.id(), events.size() + 1);
            Recorded recorded = new Recorded(metadata.withId(id), state.loop(), artifact);
            events.add(recorded);
            after = after.evolve(recorded);
        }
        List<Reason> reasons = timeGoesBack(state, metadata.at());
        after.obstacle().ifPresent(reasons::add);
        if (advance.to() != state.stage().next()) {
            Decision.Refused plain = noTransition
                    .get(state.stage().number() - 1)
                    .get(advance.to().number() - 1);
            if (reasons.isEmpty() && state.obstacle().isEmpty()) {
                return plain;
            }
            reasons.addAll(0, plain.reasons());
        }
        if (!reasons.isEmpty()) {
            return refused(state, reasons);
        }
        List<ArtifactRef> refs = advance.artifacts().stream().map(Artifact::ref).toList();
        events.add(new Advanced(metadata, state.loop(), Transition.from(state.stage()), state.entered(), refs));
        return new Decision.Accepted(events);
    }

    /** Names the event that records an artifact of a request: the place of the artifact, 1 for the first, is added. */
    static String partId(String requestId, int number) {
        return requestId + "/" + number;
    }

    /** {@return the names that the events of a request have whose last event is given} */
    static Stream<EventKey> keysOfRequest(LoopEvent last) {
        int parts = last instanceof Advanced advanced ? advanced.artifacts().size() : 0;
        return Stream.concat(
                IntStream.rangeClosed(1, parts)
                        .mapToObj(number -> new EventKey(last.source(), partId(last.id(), number))),
                Stream.of(last.key()));
    }

    private static Decision returnTo(LoopState state, Command.ReturnTo returnTo) {
        List<Reason> reasons = timeGoesBack(state, returnTo.metadata().at());
        if (!returnTo.to().isBefore(state.stage())) {
            reasons.add(0, new Reason.NoReturn(state.stage(), returnTo.to(), earlier(state.stage())));
        }
        if (!reasons.isEmpty()) {
            return refused(state, reasons);
        }
        return new Decision.Accepted(List.of(new Returned(
                returnTo.metadata(), state.loop(), state.stage(), returnTo.to(), state.entered(), returnTo.cause())));
    }

    private static Decision staying(LoopState state, Command command) {
        return new Decision.Accepted(List.of(
                command instanceof Command.Attach attach
                        ? new Recorded(attach.metadata(), state.loop(), attach.artifact())
                        : new Retired(command.metadata(), state.loop(), ((Command.Retire) command).reason())));
    }

    private static List<Reason> timeGoesBack(LoopState state, Instant at) {
        List<Reason> reasons = new ArrayList<>();
        if (at.isBefore(state.lastAt())) {
            reasons.add(new Reason.OutOfOrder(at, state.lastAt()));
        }
        return reasons;
    }

    private static Decision.Refused refused(LoopState state, List<Reason> reasons) {
        List<Stage> permitted =
                state.obstacle().isPresent() ? List.of() : List.of(state.stage().next());
        return new Decision.Refused(state.stage(), reasons, permitted);
    }

    private static Decision.Refused noTransition(Stage from, Stage to) {
        List<Stage> allowed = List.of(from.next());
        return new Decision.Refused(from, List.of(new Reason.NoTransition(from, to, allowed)), allowed);
    }

    private static List<Stage> earlier(Stage stage) {
        return Stage.all().stream().filter(other -> other.isBefore(stage)).toList();
    }

    /** {@return what is wrong with an event where it stands, empty if nothing is} */
    private String problem(LoopState state, LoopEvent event) {
        if (!state.loop().equals(event.loop())) {
            return "belongs to loop " + event.loop() + ", not to " + state.loop();
        }
        if (event instanceof Started) {
            return "the loop is started already";
        }
        if (event instanceof Advanced advanced) {
            return problem(
                    state,
                    advanced.transition().from(),
                    advanced.entered(),
                    new Command.Advance(event.metadata(), advanced.transition().to(), List.of()));
        }
        if (event instanceof Returned returned) {
            return problem(
                    state,
                    returned.from(),
                    returned.entered(),
                    new Command.ReturnTo(event.metadata(), returned.to(), returned.cause()));
        }
        return refusal(
                state,
                event instanceof Recorded recorded
                        ? new Command.Attach(event.metadata(), recorded.artifact())
                        : new Command.Retire(event.metadata(), ((Retired) event).reason()));
    }

    private String problem(LoopState state, Stage from, Instant entered, Command command) {
        if (state.stage() != from) {
            return "leaves " + from + ", but the loop is in " + state.stage();
        }
        String refusal = refusal(state, command);
        return refusal.isEmpty() && !entered.equals(state.entered())
                ? "says that " + from + " was entered at " + entered + ", but it was at " + state.entered()
                : refusal;
    }

    private String refusal(LoopState state, Command command) {
        return decide(state, command) instanceof Decision.Refused refused ? refused.message() : "";
    }
}

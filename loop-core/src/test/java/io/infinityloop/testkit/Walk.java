package io.infinityloop.testkit;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Started;
import io.infinityloop.machine.Command;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks a loop step by step, always as the definition permits. Not safe for use by many threads. */
final class Walk {
    private final LoopDefinition definition;
    private final Evidence evidence;
    private final GivenGates gates;
    private final List<Command> commands = new ArrayList<>();
    private final List<LoopEvent> events = new ArrayList<>();
    private LoopState state;

    Walk(LoopDefinition definition, Evidence evidence, LoopId loop) {
        this.definition = definition;
        this.evidence = evidence;
        this.gates = GivenGates.none(definition).othersPass();
        Started started = definition.start(metadata(loop, 0, SettableClock.START), loop);
        events.add(started);
        this.state = LoopState.start(started);
    }

    LegalJourney journey() {
        return new LegalJourney(state.loop(), commands, events);
    }

    LoopState state() {
        return state;
    }

    void take(Step step) {
        EventMetadata metadata = next(step.minutes());
        switch (step.kind()) {
            case ADVANCE -> grant(onwards(definition, evidence, state, metadata));
            case RETURN -> {
                List<Stage> earlier = earlier(definition, state.stage());
                if (!earlier.isEmpty()) {
                    Stage to = earlier.get(step.back() % earlier.size());
                    grant(new Command.ReturnTo(metadata, to, "something was not right"));
                }
            }
            case RED_THEN_GREEN ->
                check(state.stage(), false, metadata).ifPresent(red -> {
                    grant(new Command.Attach(metadata, red));
                    EventMetadata later = next(1);
                    check(state.stage(), true, later).ifPresent(green -> grant(new Command.Attach(later, green)));
                });
        }
    }

    void retire() {
        grant(new Command.Retire(next(1), "nobody wants it"));
    }

    /** Takes a command that is known to be granted. */
    void grant(Command command) {
        Decision decision = definition.decide(state, command, gates.asked(state, command));
        if (decision instanceof Decision.Refused refused) {
            throw new IllegalStateException("the definition '" + definition.id() + "' refuses a journey that should be"
                    + " legal: " + refused.message() + "; give Journeys.withEvidence what it requires");
        }
        for (LoopEvent event : decision.orThrow().events()) {
            events.add(event);
            state = state.evolve(event);
        }
        commands.add(command);
    }

    /**
     * {@return where a loop may return to from a stage, in loop order: to a stage before which the definition has the
     * same stages as the ring}
     */
    static List<Stage> earlier(LoopDefinition definition, Stage stage) {
        List<Stage> order = definition.order();
        return Stage.all().stream()
                .filter(other -> other.isBefore(stage) && order.indexOf(other) < order.indexOf(stage))
                .filter(other -> Set.copyOf(order.subList(0, order.indexOf(other)))
                        .equals(Set.copyOf(Stage.all().subList(0, other.number() - 1))))
                .toList();
    }

    /** {@return the next advance, with its evidence} */
    static Command.Advance onwards(
            LoopDefinition definition, Evidence evidence, LoopState state, EventMetadata metadata) {
        return new Command.Advance(
                metadata,
                definition.next(state.stage()),
                evidence.leaving(state.stage(), metadata.id(), metadata.at()));
    }

    /** {@return a check of a stage that has checks, and of no other} */
    static Optional<Artifact> check(Stage stage, boolean passed, EventMetadata metadata) {
        Outcome outcome = passed ? Outcome.PASSED : Outcome.FAILED;
        String id = "check-" + metadata.id();
        Instant at = metadata.at();
        return switch (stage) {
            case BUILD -> Optional.of(Build.of(id, at, outcome));
            case TEST -> Optional.of(TestRun.of(id, at, outcome));
            case DEPLOY ->
                Optional.of(Deployment.observed(
                        ArtifactMetadata.of(id, at),
                        Environment.PRODUCTION,
                        passed ? DeploymentStatus.SUCCEEDED : DeploymentStatus.FAILED,
                        null));
            default -> Optional.empty();
        };
    }

    private EventMetadata next(int minutes) {
        return metadata(state.loop(), commands.size() + 1, state.lastAt().plus(Duration.ofMinutes(minutes)));
    }

    private static EventMetadata metadata(LoopId loop, int number, Instant at) {
        return EventMetadata.of(loop + "-" + number, "testkit", at);
    }
}

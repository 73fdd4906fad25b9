package io.infinityloop.machine;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Checked;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.DefinitionRef;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Migrated;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.machine.LoopState.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one event changes the state of a loop. */
final class Evolution {
    private Evolution() {}

    /** {@return the state after one more event} */
    static LoopState of(LoopState state, LoopEvent event) {
        if (!state.loop().equals(event.loop())) {
            throw new IllegalArgumentException(
                    "event " + event.key() + " belongs to loop " + event.loop() + ", not to " + state.loop());
        }
        if (event instanceof Advanced advanced) {
            return advanced.transition().closesCycle() ? nextCycle(state, advanced) : moved(state, advanced);
        }
        if (event instanceof Recorded recorded) {
            return recorded(state, event, recorded.artifact());
        }
        if (event instanceof Returned returned) {
            return returned(state, returned);
        }
        if (event instanceof Migrated migrated) {
            return stayed(state, event, state.retirement(), migrated.to());
        }
        if (event instanceof Retired retired) {
            return stayed(state, event, retired.reason(), state.definition());
        }
        throw new IllegalArgumentException(
                "loop " + state.loop() + " is started already, by event " + event.key() + " again");
    }

    private static LoopState moved(LoopState state, Advanced event) {
        return entered(
                state,
                event,
                event.transition().to(),
                state.cycle(),
                state.attempt(),
                state.failures(),
                state.artifacts());
    }

    /** What MONITOR left is the input of the next plan; the rest has done its work. */
    private static LoopState nextCycle(LoopState state, Advanced event) {
        List<Artifact> left = state.produced().stream()
                .filter(artifact -> artifact.stage() == Stage.MONITOR)
                .toList();
        return entered(state, event, Stage.PLAN, state.cycle() + 1, 1, List.of(), left);
    }

    private static LoopState returned(LoopState state, Returned event) {
        List<Failure> failures = state.failures().stream()
                .filter(failure -> failure.stage().isBefore(event.to()))
                .toList();
        List<Artifact> artifacts = state.artifacts().stream()
                .filter(artifact -> artifact.stage().isBefore(event.to()))
                .toList();
        return entered(state, event, event.to(), state.cycle(), state.attempt() + 1, failures, artifacts);
    }

    private static LoopState recorded(LoopState state, LoopEvent event, Artifact artifact) {
        List<Artifact> artifacts = new ArrayList<>(state.artifacts().size() + 1);
        int inherited = state.inherited();
        int place = 0;
        for (Artifact other : state.artifacts()) {
            if (isSnapshotOfSame(other, artifact)) {
                inherited -= place < state.inherited() ? 1 : 0;
            } else {
                artifacts.add(other);
            }
            place++;
        }
        artifacts.add(artifact);
        return new LoopState(
                state.loop(),
                state.stage(),
                state.cycle(),
                state.attempt(),
                state.entered(),
                latest(state, event),
                state.revision() + 1,
                state.retirement(),
                failures(state, artifact),
                artifacts,
                inherited,
                state.definition());
    }

    private static boolean isSnapshotOfSame(Artifact one, Artifact other) {
        return one.id().equals(other.id()) && one.kind().equals(other.kind());
    }

    /** Only success heals: a cancelled, skipped or running check says nothing about what failed before it. */
    private static List<Failure> failures(LoopState state, Artifact artifact) {
        if (!(artifact instanceof Checked checked)
                || (!checked.outcome().isSuccess() && !checked.outcome().isFailure())) {
            return state.failures();
        }
        Failure now = new Failure(artifact.stage(), artifact.kind().name(), checked.subject(), artifact.ref());
        List<Failure> failures = new ArrayList<>(state.failures());
        failures.removeIf(now::isOfSame);
        if (checked.outcome().isFailure()) {
            failures.add(now);
            failures.sort(null);
        }
        return failures;
    }

    private static LoopState entered(
            LoopState state,
            LoopEvent event,
            Stage stage,
            long cycle,
            int attempt,
            List<Failure> failures,
            List<Artifact> artifacts) {
        return new LoopState(
                state.loop(),
                stage,
                cycle,
                attempt,
                event.at(),
                latest(state, event),
                state.revision() + 1,
                state.retirement(),
                failures,
                artifacts,
                artifacts.size(),
                state.definition());
    }

    private static LoopState stayed(
            LoopState state, LoopEvent event, String retirement, @Nullable DefinitionRef definition) {
        return new LoopState(
                state.loop(),
                state.stage(),
                state.cycle(),
                state.attempt(),
                state.entered(),
                latest(state, event),
                state.revision() + 1,
                retirement,
                state.failures(),
                state.artifacts(),
                state.inherited(),
                definition);
    }

    private static Instant latest(LoopState state, LoopEvent event) {
        return event.at().isAfter(state.lastAt()) ? event.at() : state.lastAt();
    }
}

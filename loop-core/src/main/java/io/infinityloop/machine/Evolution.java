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
        checkLoop(state, event);
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

    static void checkLoop(LoopState state, LoopEvent event) {
        if (!state.loop().equals(event.loop())) {
            throw new IllegalArgumentException(
                    "event " + event.key() + " belongs to loop " + event.loop() + ", not to " + state.loop());
        }
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

    /** {@return the state after more events, each artifact looked up once, however many there are} */
    static LoopState of(LoopState state, List<? extends LoopEvent> events) {
        LoopState after = state;
        int from = 0;
        while (from < events.size()) {
            int to = from;
            while (to < events.size() && events.get(to) instanceof Recorded) {
                to++;
            }
            if (to - from > 1) {
                after = new RecordedRun(after).with(events.subList(from, to));
                from = to;
            } else {
                after = of(after, events.get(from));
                from++;
            }
        }
        return after;
    }

    /** What is there already, word for word, says nothing new: it heals nothing, and is not of the latest stay. */
    private static LoopState recorded(LoopState state, LoopEvent event, Artifact artifact) {
        List<Artifact> artifacts = new ArrayList<>(state.artifacts().size() + 1);
        int inherited = state.inherited();
        int place = 0;
        for (Artifact other : state.artifacts()) {
            if (isSnapshotOfSame(other, artifact)) {
                if (other.equals(artifact)) {
                    return stayed(state, event, state.retirement(), state.definition());
                }
                inherited -= place < state.inherited() ? 1 : 0;
            } else {
                artifacts.add(other);
            }
            place++;
        }
        artifacts.add(artifact);
        return recorded(
                state,
                latest(state, event),
                state.revision() + 1,
                failures(state.failures(), artifact),
                artifacts,
                inherited);
    }

    /** {@return the state with other artifacts and failures, in the stage where it was} */
    static LoopState recorded(
            LoopState state,
            Instant lastAt,
            long revision,
            List<Failure> failures,
            List<Artifact> artifacts,
            int inherited) {
        return new LoopState(
                state.loop(),
                state.stage(),
                state.cycle(),
                state.attempt(),
                state.entered(),
                lastAt,
                revision,
                state.retirement(),
                failures,
                artifacts,
                inherited,
                state.definition());
    }

    private static boolean isSnapshotOfSame(Artifact one, Artifact other) {
        return one.id().equals(other.id()) && one.kind().equals(other.kind());
    }

    /**
     * Only success heals: a cancelled, skipped or running check says nothing about what failed before it, and taking a
     * version back does not make its deployment a good one.
     */
    static List<Failure> failures(List<Failure> before, Artifact artifact) {
        if (!(artifact instanceof Checked checked)
                || (!Evidence.isSuccess(checked) && !checked.outcome().isFailure())) {
            return before;
        }
        Failure now = new Failure(artifact.stage(), artifact.kind().name(), checked.subject(), artifact.ref());
        List<Failure> failures = new ArrayList<>(before);
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

package io.infinityloop.machine;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.machine.LoopState.Failure;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a run of recorded artifacts changes a state: the same as one after the other, in a time that grows with their
 * number and not with its square. Not safe for use by many threads.
 */
final class RecordedRun {
    private final LoopState state;
    private final Map<Key, Artifact> artifacts = new LinkedHashMap<>();
    private final Set<Key> inherited = new HashSet<>();
    private List<Failure> failures;
    private Instant lastAt;

    RecordedRun(LoopState state) {
        this.state = state;
        this.failures = state.failures();
        this.lastAt = state.lastAt();
        for (Artifact artifact : state.artifacts()) {
            Key key = Key.of(artifact);
            if (artifacts.size() < state.inherited()) {
                inherited.add(key);
            }
            artifacts.put(key, artifact);
        }
    }

    /** {@return the state after events, each of which is {@link Recorded}} */
    LoopState with(List<? extends LoopEvent> events) {
        for (LoopEvent event : events) {
            Evolution.checkLoop(state, event);
            lastAt = event.at().isAfter(lastAt) ? event.at() : lastAt;
            add(((Recorded) event).artifact());
        }
        return Evolution.recorded(
                state,
                lastAt,
                state.revision() + events.size(),
                failures,
                List.copyOf(artifacts.values()),
                inherited.size());
    }

    private void add(Artifact artifact) {
        Key key = Key.of(artifact);
        if (artifact.equals(artifacts.get(key))) {
            return;
        }
        artifacts.remove(key);
        inherited.remove(key);
        artifacts.put(key, artifact);
        failures = Evolution.failures(failures, artifact);
    }

    private record Key(ArtifactKind kind, String id) {
        static Key of(Artifact artifact) {
            return new Key(artifact.kind(), artifact.id());
        }
    }
}

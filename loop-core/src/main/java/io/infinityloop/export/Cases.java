package io.infinityloop.export;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out which case of a process an event belongs to. Immutable after it is made. */
final class Cases {
    /** However lineage goes in circles, or how long it is. */
    private static final int MOST_STEPS = 1_000;

    private final Map<ArtifactRef, List<ArtifactRef>> madeFrom = new HashMap<>();
    private final Map<ArtifactRef, ArtifactRef> pullRequests = new HashMap<>();

    private Cases() {}

    /** Looks through events; their order does not matter. */
    static Cases of(Collection<? extends LoopEvent> events) {
        Cases cases = new Cases();
        for (LoopEvent event : events) {
            if (event instanceof Recorded recorded) {
                cases.add(recorded.artifact());
            }
        }
        return cases;
    }

    /**
     * Of the snapshots of a thing the one with the longest lineage counts, of several changes of a commit the first.
     */
    private void add(Artifact artifact) {
        List<ArtifactRef> refs = artifact.derivedFrom();
        madeFrom.merge(artifact.ref(), refs, (one, other) -> compare(one, other) >= 0 ? one : other);
        if (artifact instanceof PullRequest) {
            refs.stream()
                    .filter(ref -> ref.isOf(Commit.KIND))
                    .forEach(ref -> pullRequests.merge(
                            ref, artifact.ref(), (one, other) -> one.compareTo(other) <= 0 ? one : other));
        }
    }

    private static int compare(List<ArtifactRef> one, List<ArtifactRef> other) {
        int bySize = Integer.compare(one.size(), other.size());
        return bySize != 0 ? bySize : one.toString().compareTo(other.toString());
    }

    /** {@return the name of the case; never empty} */
    String of(LoopEvent event) {
        LoopId loop = event.loop();
        if (loop != null) {
            return loop.toString();
        }
        ArtifactRef change =
                event instanceof Recorded recorded ? change(recorded.artifact().ref(), new HashSet<>()) : null;
        return change != null
                ? change.toString()
                : Cells.labels(event)
                        .get(Labels.SERVICE)
                        .map(name -> "service:" + name)
                        .orElse("source:" + event.source());
    }

    /** The first pull request or commit on the way back; null if none is known. */
    private @Nullable ArtifactRef change(ArtifactRef from, Set<ArtifactRef> seen) {
        if (from.isOf(PullRequest.KIND)) {
            return from;
        }
        if (from.isOf(Commit.KIND)) {
            return pullRequests.getOrDefault(from, from);
        }
        if (!seen.add(from)) {
            return null;
        }
        for (ArtifactRef ref : madeFrom.getOrDefault(from, List.of())) {
            ArtifactRef change = seen.size() < MOST_STEPS ? change(ref, seen) : null;
            if (change != null) {
                return change;
            }
        }
        return null;
    }
}

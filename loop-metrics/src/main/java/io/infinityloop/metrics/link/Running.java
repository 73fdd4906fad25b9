package io.infinityloop.metrics.link;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.event.EventKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The deployments of a scope that nobody took back so far, the running one on top. */
final class Running {
    private record Entry(
            Snapshot<Deployment> deployment, @Nullable Object version) {}

    private final List<@Nullable Entry> entries = new ArrayList<>();
    private final Map<Object, Integer> byVersion = new HashMap<>();
    private final Map<EventKey, Integer> byEvent = new HashMap<>();
    private @Nullable Object broughtBack;

    /** {@return the running deployment; or one that was already taken back, while none came after it} */
    Optional<Snapshot<Deployment>> top() {
        while (!entries.isEmpty()) {
            Entry top = entries.get(entries.size() - 1);
            if (top != null) {
                return Optional.of(top.deployment());
            }
            entries.remove(entries.size() - 1);
        }
        return Optional.empty();
    }

    /** A version runs. */
    void push(Snapshot<Deployment> deployment) {
        while (top().filter(top -> top.artifact().status() == DeploymentStatus.ROLLED_BACK)
                .isPresent()) {
            pop();
        }
        add(deployment);
    }

    /** A version ran and was taken back; whoever says only that he took something back means it. */
    void tried(Snapshot<Deployment> deployment) {
        add(deployment);
    }

    private void add(Snapshot<Deployment> deployment) {
        Object version = version(deployment.artifact());
        byEvent.put(deployment.evidence(), entries.size());
        if (version != null) {
            byVersion.put(version, entries.size());
        }
        entries.add(new Entry(deployment, version));
        broughtBack = null;
    }

    /** Somebody named a deployment that is no good. */
    void remove(Snapshot<Deployment> deployment) {
        Integer position = byEvent.remove(deployment.evidence());
        if (position != null && position < entries.size()) {
            entries.set(position, null);
        }
    }

    /** {@return whether another version runs than a deployment brings, and that one ran before} */
    boolean ranBefore(Snapshot<Deployment> deployment) {
        Object version = version(deployment.artifact());
        Object running = top().isPresent() ? versionAt(entries.size() - 1) : null;
        return version != null && running != null && !version.equals(running) && position(version) >= 0;
    }

    /** {@return whether the version was brought back already, and nothing else was deployed since} */
    boolean isBack(Snapshot<Deployment> deployment) {
        Object version = version(deployment.artifact());
        return version != null && version.equals(broughtBack);
    }

    /** A version runs again: what came after it does not; if it is unknown, the running one does not. */
    void backTo(Snapshot<Deployment> deployment, boolean alsoTop) {
        Object version = version(deployment.artifact());
        int position = version == null ? -1 : position(version);
        if (position >= 0) {
            while (entries.size() > position + 1) {
                pop();
            }
        } else if (alsoTop && top().isPresent()) {
            pop();
        }
        broughtBack = version;
    }

    private void pop() {
        Entry popped = entries.remove(entries.size() - 1);
        if (popped != null) {
            byEvent.remove(popped.deployment().evidence());
        }
    }

    /** {@return where a version is among those that nobody took back; -1 if it is not} */
    private int position(Object version) {
        Integer position = byVersion.get(version);
        return position != null && Objects.equals(versionAt(position), version) ? position : -1;
    }

    private @Nullable Object versionAt(int position) {
        Entry entry = position < entries.size() ? entries.get(position) : null;
        return entry == null ? null : entry.version();
    }

    /** {@return what tells versions apart, the best that is known; null if nobody said} */
    private static @Nullable Object version(Deployment deployment) {
        if (!deployment.digests().isEmpty()) {
            return deployment.digests().stream().sorted().toList();
        }
        Optional<ArtifactRef> release = deployment.release();
        if (release.isPresent()) {
            return release.get();
        }
        if (!deployment.plan().version().isEmpty()) {
            return deployment.plan().version();
        }
        List<ArtifactRef> commits = new ArrayList<>(1);
        for (ArtifactRef ref : deployment.derivedFrom()) {
            if (ref.isOf(Commit.KIND)) {
                commits.add(ref);
            }
        }
        return commits.isEmpty() ? null : commits;
    }
}

package io.infinityloop.machine;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.MonitorStageArtifact;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Started;
import io.infinityloop.journal.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which plan items of a loop are done: their change was deployed to production, and in MONITOR of the same cycle
 * something was observed after that. What takes the deployment back, a rollback or a return to before it, makes it as
 * if it had not been. An item that is planned after the deployment was not deployed by it.
 */
final class DoneItems {
    private final Set<ArtifactRef> done = new TreeSet<>();
    private List<ArtifactRef> deployed = List.of();
    private final List<LoopEvent> pending = new ArrayList<>();
    private LoopState state;

    private DoneItems(Started started) {
        this.state = LoopState.start(started);
    }

    /** {@return the items that are done, sorted} */
    static Set<ArtifactRef> of(List<Entry> entries) {
        if (entries.isEmpty()) {
            return Set.of();
        }
        DoneItems items = new DoneItems((Started) entries.get(0).event());
        entries.stream().skip(1).forEach(entry -> items.add(entry.event()));
        return items.done;
    }

    private void add(LoopEvent event) {
        pending.add(event);
        if (!(event instanceof Recorded recorded)) {
            evolve();
            deployed = Evidence.isRunning(state.artifacts(), Environment.PRODUCTION) ? deployed : List.of();
        } else if (recorded.artifact() instanceof Deployment deployment) {
            evolve();
            deployed = deployed(deployment);
        } else if (recorded.artifact() instanceof MonitorStageArtifact && state.stage() == Stage.MONITOR) {
            done.addAll(deployed);
        }
    }

    private void evolve() {
        state = state.evolve(pending);
        pending.clear();
    }

    private List<ArtifactRef> deployed(Deployment latest) {
        if (!Evidence.isRunning(state.artifacts(), Environment.PRODUCTION)) {
            return List.of();
        }
        return latest.isSuccessfulInProduction()
                ? state.artifacts().stream()
                        .filter(PlanItem.class::isInstance)
                        .map(Artifact::ref)
                        .toList()
                : deployed;
    }
}

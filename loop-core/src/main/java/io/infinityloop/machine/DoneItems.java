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
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import io.infinityloop.journal.Entry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which plan items of a loop are done: their change was deployed to production, and in MONITOR of the same cycle
 * something was observed after that. A return takes back a deployment that it goes back behind.
 */
final class DoneItems {
    private final Set<ArtifactRef> done = new TreeSet<>();
    private final Set<ArtifactRef> ofCycle = new TreeSet<>();
    private boolean deployed;
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
        if (event instanceof Recorded recorded) {
            add(recorded.artifact());
        } else if (event instanceof Returned returned) {
            deployed &= Stage.DEPLOY.isBefore(returned.to());
        }
        long cycle = state.cycle();
        state = state.evolve(event);
        if (state.cycle() > cycle) {
            ofCycle.clear();
            deployed = false;
        }
    }

    private void add(Artifact artifact) {
        if (artifact instanceof PlanItem) {
            ofCycle.add(artifact.ref());
        } else if (artifact instanceof Deployment deployment && deployment.environment() == Environment.PRODUCTION) {
            deployed = deployment.outcome().isSuccess()
                    || (deployed && !deployment.outcome().isFailure());
        } else if (artifact instanceof MonitorStageArtifact && state.stage() == Stage.MONITOR && deployed) {
            done.addAll(ofCycle);
        }
    }
}

package io.infinityloop.journey;

import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.MonitorStageArtifact;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.RefusedException;
import io.infinityloop.machine.Stay;

/**
 * A loop in MONITOR: what operation showed is looked at.
 *
 * @since 0.1
 */
public final class AtMonitor extends BeyondOperate {
    AtMonitor(Loop loop, Stay stay) {
        super(loop, stay);
    }

    /**
     * Records what MONITOR produced and advances to PLAN, into the next cycle, both or neither.
     *
     * @param insight what was learnt, or the explicit record that nothing was
     * @param more what else MONITOR produced, possibly nothing; recorded after it in this order
     * @return the loop in PLAN
     * @throws RefusedException if the move is refused; nothing has changed, and this handle is as good as before
     */
    public AtPlan monitor(Insight insight, MonitorStageArtifact... more) {
        return new AtPlan(loop(), advance(insight, more));
    }
}

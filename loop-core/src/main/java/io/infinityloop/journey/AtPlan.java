package io.infinityloop.journey;

import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanStageArtifact;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.RefusedException;
import io.infinityloop.machine.Stay;

/**
 * A loop in PLAN: what to do is decided.
 *
 * @since 0.1
 */
public final class AtPlan extends Waypoint {
    AtPlan(Loop loop, Stay stay) {
        super(loop, stay);
    }

    /**
     * Records what PLAN produced and advances to CODE, both or neither.
     *
     * @param item the plan item
     * @param more what else PLAN produced, possibly nothing; recorded after it in this order
     * @return the loop in CODE
     * @throws RefusedException if the move is refused; nothing has changed, and this handle is as good as before
     */
    public AtCode plan(PlanItem item, PlanStageArtifact... more) {
        return new AtCode(loop(), advance(item, more));
    }
}

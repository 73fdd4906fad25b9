package io.infinityloop.journey;

import io.infinityloop.Stage;
import io.infinityloop.artifact.CodeStageArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.RefusedException;
import io.infinityloop.machine.Stay;

/**
 * A loop in CODE: the change is being written.
 *
 * @since 0.1
 */
public final class AtCode extends Waypoint {
    AtCode(Loop loop, Stay stay) {
        super(loop, stay);
    }

    /**
     * Records what CODE produced and advances to BUILD, both or neither.
     *
     * @param commit the commit
     * @param more what else CODE produced, possibly nothing; recorded after it in this order
     * @return the loop in BUILD
     * @throws RefusedException if the move is refused; nothing has changed, and this handle is as good as before
     */
    public AtBuild code(Commit commit, CodeStageArtifact... more) {
        return new AtBuild(loop(), advance(commit, more));
    }

    /**
     * Returns to PLAN.
     *
     * @param cause why, not blank
     * @return the loop in PLAN, in the next attempt
     * @throws IllegalArgumentException if the cause is blank
     * @throws RefusedException if the return is refused; nothing has changed
     */
    public AtPlan returnToPlan(String cause) {
        return new AtPlan(loop(), back(Stage.PLAN, cause));
    }
}

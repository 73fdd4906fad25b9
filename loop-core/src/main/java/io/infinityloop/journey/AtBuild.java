package io.infinityloop.journey;

import io.infinityloop.Stage;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.BuildStageArtifact;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.RefusedException;
import io.infinityloop.machine.Stay;

/**
 * A loop in BUILD: the change is being built.
 *
 * @since 0.1
 */
public final class AtBuild extends Waypoint {
    AtBuild(Loop loop, Stay stay) {
        super(loop, stay);
    }

    /**
     * Records what BUILD produced and advances to TEST, both or neither.
     *
     * @param built the build artifact
     * @param more what else BUILD produced, possibly nothing; recorded after it in this order
     * @return the loop in TEST
     * @throws RefusedException if the move is refused; nothing has changed, and this handle is as good as before
     */
    public AtTest build(BuildArtifact built, BuildStageArtifact... more) {
        return new AtTest(loop(), advance(built, more));
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

    /**
     * Returns to CODE.
     *
     * @param cause why, not blank
     * @return the loop in CODE, in the next attempt
     * @throws IllegalArgumentException if the cause is blank
     * @throws RefusedException if the return is refused; nothing has changed
     */
    public AtCode returnToCode(String cause) {
        return new AtCode(loop(), back(Stage.CODE, cause));
    }
}

package io.infinityloop.journey;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.ReleaseStageArtifact;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.RefusedException;
import io.infinityloop.machine.Stay;

/**
 * A loop in RELEASE: what was tested is being prepared for production.
 *
 * @since 0.1
 */
public final class AtRelease extends Waypoint {
    AtRelease(Loop loop, Stay stay) {
        super(loop, stay);
    }

    /**
     * Records what RELEASE produced and advances to DEPLOY, both or neither.
     *
     * @param release the release
     * @param more what else RELEASE produced, possibly nothing; recorded after it in this order
     * @return the loop in DEPLOY
     * @throws RefusedException if the move is refused; nothing has changed, and this handle is as good as before
     */
    public AtDeploy release(Release release, ReleaseStageArtifact... more) {
        return new AtDeploy(loop(), advance(release, more));
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

    /**
     * Returns to BUILD.
     *
     * @param cause why, not blank
     * @return the loop in BUILD, in the next attempt
     * @throws IllegalArgumentException if the cause is blank
     * @throws RefusedException if the return is refused; nothing has changed
     */
    public AtBuild returnToBuild(String cause) {
        return new AtBuild(loop(), back(Stage.BUILD, cause));
    }

    /**
     * Returns to TEST.
     *
     * @param cause why, not blank
     * @return the loop in TEST, in the next attempt
     * @throws IllegalArgumentException if the cause is blank
     * @throws RefusedException if the return is refused; nothing has changed
     */
    public AtTest returnToTest(String cause) {
        return new AtTest(loop(), back(Stage.TEST, cause));
    }
}

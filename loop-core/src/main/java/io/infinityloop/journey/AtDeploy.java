package io.infinityloop.journey;

import io.infinityloop.Stage;
import io.infinityloop.artifact.DeployStageArtifact;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.RefusedException;
import io.infinityloop.machine.Stay;

/**
 * A loop in DEPLOY: the release is on its way into production.
 *
 * @since 0.1
 */
public final class AtDeploy extends Waypoint {
    AtDeploy(Loop loop, Stay stay) {
        super(loop, stay);
    }

    /**
     * Records what DEPLOY produced and advances to OPERATE, both or neither.
     *
     * @param deployment the deployment
     * @param more what else DEPLOY produced, possibly nothing; recorded after it in this order
     * @return the loop in OPERATE
     * @throws RefusedException if the move is refused; nothing has changed, and this handle is as good as before
     */
    public AtOperate deploy(Deployment deployment, DeployStageArtifact... more) {
        return new AtOperate(loop(), advance(deployment, more));
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

    /**
     * Returns to RELEASE.
     *
     * @param cause why, not blank
     * @return the loop in RELEASE, in the next attempt
     * @throws IllegalArgumentException if the cause is blank
     * @throws RefusedException if the return is refused; nothing has changed
     */
    public AtRelease returnToRelease(String cause) {
        return new AtRelease(loop(), back(Stage.RELEASE, cause));
    }
}

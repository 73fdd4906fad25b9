package io.infinityloop.journey;

import io.infinityloop.Stage;
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
public final class AtMonitor extends Waypoint {
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

    /**
     * Returns to DEPLOY.
     *
     * @param cause why, not blank
     * @return the loop in DEPLOY, in the next attempt
     * @throws IllegalArgumentException if the cause is blank
     * @throws RefusedException if the return is refused; nothing has changed
     */
    public AtDeploy returnToDeploy(String cause) {
        return new AtDeploy(loop(), back(Stage.DEPLOY, cause));
    }

    /**
     * Returns to OPERATE.
     *
     * @param cause why, not blank
     * @return the loop in OPERATE, in the next attempt
     * @throws IllegalArgumentException if the cause is blank
     * @throws RefusedException if the return is refused; nothing has changed
     */
    public AtOperate returnToOperate(String cause) {
        return new AtOperate(loop(), back(Stage.OPERATE, cause));
    }
}

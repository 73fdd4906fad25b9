package io.infinityloop.journey;

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
public final class AtDeploy extends BeyondRelease {
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
}

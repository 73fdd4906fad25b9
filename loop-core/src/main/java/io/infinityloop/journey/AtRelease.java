package io.infinityloop.journey;

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
public final class AtRelease extends BeyondTest {
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
}

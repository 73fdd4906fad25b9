package io.infinityloop.journey;

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
public final class AtBuild extends BeyondCode {
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
}

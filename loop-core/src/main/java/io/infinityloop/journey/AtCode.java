package io.infinityloop.journey;

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
public final class AtCode extends BeyondPlan {
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
}

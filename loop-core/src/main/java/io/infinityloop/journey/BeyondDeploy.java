package io.infinityloop.journey;

import io.infinityloop.Stage;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.RefusedException;
import io.infinityloop.machine.Stay;

/** A loop that has left DEPLOY behind, and can return to it. */
abstract sealed class BeyondDeploy extends BeyondRelease permits AtOperate, BeyondOperate {
    BeyondDeploy(Loop loop, Stay stay) {
        super(loop, stay);
    }

    /**
     * Returns to DEPLOY.
     *
     * @param cause why, not blank
     * @return the loop in DEPLOY, in the next attempt
     * @throws IllegalArgumentException if the cause is blank
     * @throws RefusedException if the return is refused; nothing has changed
     */
    public final AtDeploy returnToDeploy(String cause) {
        return new AtDeploy(loop(), back(Stage.DEPLOY, cause));
    }
}

package io.infinityloop.journey;

import io.infinityloop.Stage;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.RefusedException;
import io.infinityloop.machine.Stay;

/** A loop that has left RELEASE behind, and can return to it. */
abstract sealed class BeyondRelease extends BeyondTest permits AtDeploy, BeyondDeploy {
    BeyondRelease(Loop loop, Stay stay) {
        super(loop, stay);
    }

    /**
     * Returns to RELEASE.
     *
     * @param cause why, not blank
     * @return the loop in RELEASE, in the next attempt
     * @throws IllegalArgumentException if the cause is blank
     * @throws RefusedException if the return is refused; nothing has changed
     */
    public final AtRelease returnToRelease(String cause) {
        return new AtRelease(loop(), back(Stage.RELEASE, cause));
    }
}

package io.infinityloop.journey;

import io.infinityloop.Stage;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.RefusedException;
import io.infinityloop.machine.Stay;

/** A loop that has left OPERATE behind, and can return to it. */
abstract sealed class BeyondOperate extends BeyondDeploy permits AtMonitor {
    BeyondOperate(Loop loop, Stay stay) {
        super(loop, stay);
    }

    /**
     * Returns to OPERATE.
     *
     * @param cause why, not blank
     * @return the loop in OPERATE, in the next attempt
     * @throws IllegalArgumentException if the cause is blank
     * @throws RefusedException if the return is refused; nothing has changed
     */
    public final AtOperate returnToOperate(String cause) {
        return new AtOperate(loop(), back(Stage.OPERATE, cause));
    }
}

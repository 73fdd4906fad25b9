package io.infinityloop.journey;

import io.infinityloop.Stage;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.RefusedException;
import io.infinityloop.machine.Stay;

/** A loop that has left TEST behind, and can return to it. */
abstract sealed class BeyondTest extends BeyondBuild permits AtRelease, BeyondRelease {
    BeyondTest(Loop loop, Stay stay) {
        super(loop, stay);
    }

    /**
     * Returns to TEST.
     *
     * @param cause why, not blank
     * @return the loop in TEST, in the next attempt
     * @throws IllegalArgumentException if the cause is blank
     * @throws RefusedException if the return is refused; nothing has changed
     */
    public final AtTest returnToTest(String cause) {
        return new AtTest(loop(), back(Stage.TEST, cause));
    }
}

package io.infinityloop.journey;

import io.infinityloop.Stage;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.RefusedException;
import io.infinityloop.machine.Stay;

/** A loop that has left CODE behind, and can return to it. */
abstract sealed class BeyondCode extends BeyondPlan permits AtBuild, BeyondBuild {
    BeyondCode(Loop loop, Stay stay) {
        super(loop, stay);
    }

    /**
     * Returns to CODE.
     *
     * @param cause why, not blank
     * @return the loop in CODE, in the next attempt
     * @throws IllegalArgumentException if the cause is blank
     * @throws RefusedException if the return is refused; nothing has changed
     */
    public final AtCode returnToCode(String cause) {
        return new AtCode(loop(), back(Stage.CODE, cause));
    }
}

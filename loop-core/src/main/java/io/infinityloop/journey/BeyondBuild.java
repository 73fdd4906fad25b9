package io.infinityloop.journey;

import io.infinityloop.Stage;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.RefusedException;
import io.infinityloop.machine.Stay;

/** A loop that has left BUILD behind, and can return to it. */
abstract sealed class BeyondBuild extends BeyondCode permits AtTest, BeyondTest {
    BeyondBuild(Loop loop, Stay stay) {
        super(loop, stay);
    }

    /**
     * Returns to BUILD.
     *
     * @param cause why, not blank
     * @return the loop in BUILD, in the next attempt
     * @throws IllegalArgumentException if the cause is blank
     * @throws RefusedException if the return is refused; nothing has changed
     */
    public final AtBuild returnToBuild(String cause) {
        return new AtBuild(loop(), back(Stage.BUILD, cause));
    }
}

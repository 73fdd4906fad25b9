package io.infinityloop.journey;

import io.infinityloop.artifact.TestRun;
import io.infinityloop.artifact.TestStageArtifact;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.RefusedException;
import io.infinityloop.machine.Stay;

/**
 * A loop in TEST: what was built is being tested.
 *
 * @since 0.1
 */
public final class AtTest extends BeyondBuild {
    AtTest(Loop loop, Stay stay) {
        super(loop, stay);
    }

    /**
     * Records what TEST produced and advances to RELEASE, both or neither.
     *
     * @param run the test run
     * @param more what else TEST produced, possibly nothing; recorded after it in this order
     * @return the loop in RELEASE
     * @throws RefusedException if the move is refused; nothing has changed, and this handle is as good as before
     */
    public AtRelease test(TestRun run, TestStageArtifact... more) {
        return new AtRelease(loop(), advance(run, more));
    }
}

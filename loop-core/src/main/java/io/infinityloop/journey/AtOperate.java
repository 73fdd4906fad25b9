package io.infinityloop.journey;

import io.infinityloop.artifact.OperateStageArtifact;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.RefusedException;
import io.infinityloop.machine.Stay;

/**
 * A loop in OPERATE: the change runs in production.
 *
 * @since 0.1
 */
public final class AtOperate extends BeyondDeploy {
    AtOperate(Loop loop, Stay stay) {
        super(loop, stay);
    }

    /**
     * Records what OPERATE produced and advances to MONITOR, both or neither.
     *
     * @param operated the record of a time of operation; a quiet time is one, too
     * @param more what else OPERATE produced, possibly nothing; recorded after it in this order
     * @return the loop in MONITOR
     * @throws RefusedException if the move is refused; nothing has changed, and this handle is as good as before
     */
    public AtMonitor operate(OperationRecord operated, OperateStageArtifact... more) {
        return new AtMonitor(loop(), advance(operated, more));
    }
}

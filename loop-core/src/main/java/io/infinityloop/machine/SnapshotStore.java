package io.infinityloop.machine;

import io.infinityloop.LoopId;
import java.util.Optional;

/**
 * Keeps snapshots of loops. A cache: what is lost or deleted is made again from the journal, and a snapshot that does
 * not fit the journal is passed over. A store that throws is logged and does no harm.
 *
 * <p>Implementations are safe for use by many threads.
 *
 * @since 0.1
 */
public interface SnapshotStore {
    /**
     * Finds the snapshot of a loop.
     *
     * @param loop the loop
     * @return the snapshot, or empty if there is none
     */
    Optional<Snapshot> load(LoopId loop);

    /**
     * Keeps a snapshot instead of the one before it of the same loop; it may also let it go.
     *
     * @param snapshot the snapshot
     */
    void save(Snapshot snapshot);
}

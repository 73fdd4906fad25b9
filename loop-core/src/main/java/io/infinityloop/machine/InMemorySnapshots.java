package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps snapshots in memory, up to a number of loops; the one that was not used for longest is let go first. Safe for
 * use by many threads.
 *
 * @since 0.1
 */
public final class InMemorySnapshots implements SnapshotStore {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<LoopId, Snapshot> byLoop = new LinkedHashMap<>(16, 0.75f, true);
    private final int limit;

    private InMemorySnapshots(int limit) {
        this.limit = limit;
    }

    /**
     * Returns a store without snapshots.
     *
     * @param loops the most loops that it keeps a snapshot of, at least 1
     * @return the store
     * @throws IllegalArgumentException if the number is below 1
     */
    public static InMemorySnapshots upTo(int loops) {
        if (loops < 1) {
            throw new IllegalArgumentException("a snapshot store keeps at least 1 loop, not " + loops);
        }
        return new InMemorySnapshots(loops);
    }

    @Override
    public Optional<Snapshot> load(LoopId loop) {
        requireNonNull(loop, "loop");
        lock.lock();
        try {
            return Optional.ofNullable(byLoop.get(loop));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void save(Snapshot snapshot) {
        lock.lock();
        try {
            byLoop.put(snapshot.state().loop(), snapshot);
            if (byLoop.size() > limit) {
                byLoop.remove(byLoop.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }
}

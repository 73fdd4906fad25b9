package io.infinityloop.metrics.link;

import org.jspecify.annotations.Nullable;

/** The latest snapshot of an artifact, with a number that stands for it in tables. */
final class Node {
    final int number;
    Snapshot<?> snapshot;

    /** The artifact of another source that has the same reference. */
    @Nullable
    Node other;

    Node(int number, Snapshot<?> snapshot) {
        this.number = number;
        this.snapshot = snapshot;
    }

    boolean isOf(String source) {
        return snapshot.evidence().source().equals(source);
    }
}

package io.infinityloop.jdbc;

import io.infinityloop.journal.Anchor;
import org.jspecify.annotations.Nullable;

/**
 * Where the journal probably ends: where this process saw its end last. That saves a look, as long as nobody else
 * appends; where somebody does, it is not worth the attempts that miss. Nothing that is right depends on it.
 */
final class Guess {
    /** How often nobody else may have appended before it is tried again. */
    static final int PATIENCE = 16;

    private @Nullable Anchor last;
    private int waiting;

    /** {@return where the journal probably ends, null if it is better to look} */
    synchronized @Nullable Anchor end() {
        return waiting == 0 ? last : null;
    }

    /** Learns where it does end, from a look. */
    synchronized void found(Anchor end) {
        if (last != null && !end.equals(last)) {
            waiting = PATIENCE;
        } else if (waiting > 0) {
            waiting--;
        }
        last = end;
    }

    /** Learns where it ends if the transaction is committed. */
    synchronized void moved(Anchor end) {
        last = end;
    }
}

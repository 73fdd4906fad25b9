package io.infinityloop.jdbc;

import io.infinityloop.journal.Anchor;
import java.util.Map;

/**
 * Where the journal ends, which nobody else changes until the transaction ends.
 *
 * @param revisions the last revisions of those loops that were asked for; on PostgreSQL they can be too low, never too
 *     high, if somebody else appended while the lock was waited for
 */
record Head(long position, String hash, Map<String, Long> revisions) {
    Anchor end() {
        return new Anchor(position, hash);
    }
}

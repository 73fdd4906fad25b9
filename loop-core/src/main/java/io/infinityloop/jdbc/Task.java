package io.infinityloop.jdbc;

import io.infinityloop.LoopId;
import org.jspecify.annotations.Nullable;

/** What is being done, for the message if it fails. A revision of -1 is none. */
record Task(String operation, @Nullable LoopId loop, long revision) {
    static Task of(String operation) {
        return new Task(operation, null, -1);
    }

    @Override
    public String toString() {
        return operation + (loop == null ? "" : " loop " + loop) + (revision < 0 ? "" : " at revision " + revision);
    }
}

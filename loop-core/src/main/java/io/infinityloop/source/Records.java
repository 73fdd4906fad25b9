package io.infinityloop.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into records and holds one at a time. Not safe for use by many threads. */
interface Records {
    /**
     * Moves on.
     *
     * @return the next record, or what should have been one; null at the end
     * @throws IOException if the stream can not be read
     */
    @Nullable
    Cut next() throws IOException;
}

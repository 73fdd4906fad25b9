package io.infinityloop.metrics.dora;

import io.infinityloop.metrics.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a disturbance is on the time line: in the window in which it ends too. */
final class Spans {
    private Spans() {}

    /**
     * A window that begins just when the disturbance ends does contain its end; a span without that instant would not
     * reach it.
     */
    static Place of(Instant start, @Nullable Instant end) {
        Instant last = end == null || end.equals(Instant.MAX) ? null : end.plusNanos(1);
        return new Place.Over(start, last);
    }
}

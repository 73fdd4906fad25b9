package io.infinityloop.event;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Trigger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in the loop.
 *
 * <p>The hierarchy is closed. A later version may add a type; an exhaustive {@code switch} then no longer compiles,
 * which is meant.
 *
 * @since 0.1
 */
public sealed interface LoopEvent permits Started, Recorded, Advanced, Returned, Migrated, Retired {
    /** {@return id, source, instant, labels and trigger} */
    EventMetadata metadata();

    /**
     * Returns the loop that this happened to.
     *
     * @return the loop; null only for a {@link Recorded} fact that belongs to no single loop
     */
    @Nullable
    LoopId loop();

    /** {@return the id within its source} */
    default String id() {
        return metadata().id();
    }

    /** {@return who reported it} */
    default String source() {
        return metadata().source();
    }

    /** {@return when it happened} */
    default Instant at() {
        return metadata().at();
    }

    /** {@return short facts to split numbers by} */
    default Labels labels() {
        return metadata().labels();
    }

    /** {@return who or what set it off} */
    default Trigger trigger() {
        return metadata().trigger();
    }

    /** {@return the name of the event among the events of all sources} */
    default EventKey key() {
        return metadata().key();
    }
}

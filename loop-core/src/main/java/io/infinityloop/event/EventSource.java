package io.infinityloop.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Feeds what happened in another tool. This is what an adapter to a ticket system, a build server or a deploy portal
 * implements; the library itself talks to none of them.
 *
 * <p>A source may hand over events in any order, and one event twice: whoever looks on copes with both. A list of
 * events is a source already: {@code EventSource source = events::forEach}.
 *
 * <p>Source: requirement SPI-13.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface EventSource {
    /**
     * Hands over every event that there is now, in the thread of the caller, and returns. If it fails on the way, what
     * it handed over before stays handed over.
     *
     * @param receiver takes the events, one at a time
     */
    void deliverTo(Consumer<? super LoopEvent> receiver);

    /** {@return every event that there is now, in the order in which they are handed over, unmodifiable} */
    default List<LoopEvent> events() {
        List<LoopEvent> events = new ArrayList<>();
        deliverTo(events::add);
        return Collections.unmodifiableList(events);
    }
}

package io.infinityloop.testkit;

import io.infinityloop.event.LoopEvent;
import java.util.List;

/**
 * What happened, and how a careless feed tells it.
 *
 * @param inOrder the events, each once, by their instants; those of one loop as they followed one another
 * @param delivered the same events in any order, some of them more than once
 * @since 0.1
 */
public record EventLog(List<LoopEvent> inOrder, List<LoopEvent> delivered) {
    /** Creates a log. */
    public EventLog {
        inOrder = List.copyOf(inOrder);
        delivered = List.copyOf(delivered);
    }
}

package io.infinityloop.testkit;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.machine.Command;
import java.util.List;

/**
 * Requests that a definition grants, one after the other, to a loop that was started at {@link SettableClock#START}.
 *
 * @param loop the name of the loop
 * @param commands what is asked, in order
 * @param events what happens: the loop's start, then what follows from the commands
 * @since 0.1
 */
public record LegalJourney(LoopId loop, List<Command> commands, List<LoopEvent> events) {
    /** Creates a journey. */
    public LegalJourney {
        requireNonNull(loop, "loop");
        commands = List.copyOf(commands);
        events = List.copyOf(events);
    }
}

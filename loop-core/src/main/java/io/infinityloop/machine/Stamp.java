package io.infinityloop.machine;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Trigger;
import io.infinityloop.event.EventMetadata;
import java.time.Clock;
import java.time.Instant;

/**
 * Makes the metadata of an engine's own events. Their ids follow from the revision, so that each is unique in its loop.
 *
 * @param clock tells the instants; where it is behind a loop's last event, the instant of that one is taken
 * @param source the source that the events name
 * @param labels the labels of the events
 */
record Stamp(Clock clock, String source, Labels labels) {
    /** {@return the metadata of the event that starts a loop} */
    EventMetadata first(LoopId loop) {
        return new EventMetadata(id(loop, 1), source, clock.instant(), labels, Trigger.UNKNOWN);
    }

    /** {@return the metadata of the event that follows a state and some more events} */
    EventMetadata next(LoopState state, int more, Trigger trigger) {
        return at(clock.instant(), state, more, trigger);
    }

    /** {@return the metadata of an event that the engine adds before what somebody asks for at an instant} */
    EventMetadata next(LoopState state, Instant asked) {
        return at(asked, state, 0, Trigger.AUTOMATED);
    }

    private EventMetadata at(Instant now, LoopState state, int more, Trigger trigger) {
        Instant at = now.isBefore(state.lastAt()) ? state.lastAt() : now;
        return new EventMetadata(id(state.loop(), state.revision() + more + 1), source, at, labels, trigger);
    }

    private static String id(LoopId loop, long revision) {
        return loop + "#" + revision;
    }
}

package io.infinityloop.watch;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.machine.LoopState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is seen. Not safe for use by many threads. */
final class Sightings {
    private final List<Visit> visits = new ArrayList<>();
    private final List<BackEdge> backEdges = new ArrayList<>();
    private final List<Deviation> deviations = new ArrayList<>();
    private final List<Orphan> orphans = new ArrayList<>();

    /** Reports something odd about an event of a loop. */
    void report(Deviation.Kind kind, LoopEvent event, String message) {
        deviations.add(new Deviation(kind, requireNonNull(event.loop()), event.key(), event.at(), message));
    }

    /** Reports an event that does not count, because another one with its source and id does. */
    void reportOther(LoopEvent other, LoopEvent counts) {
        LoopId loop = counts.loop() != null ? counts.loop() : other.loop();
        if (loop != null) {
            boolean equal = counts.equals(other);
            deviations.add(new Deviation(
                    equal ? Deviation.Kind.DUPLICATE_EVENT : Deviation.Kind.CONFLICTING_EVENT,
                    loop,
                    other.key(),
                    other.at(),
                    equal ? "delivered more than once" : "another event of this source has the same id"));
        }
    }

    /** Notes that a loop was in its stage until an instant; null if nobody says until when. */
    void visited(LoopState state, @Nullable Instant left) {
        visited(state, state.stage(), state.entered(), left);
    }

    /** Notes that a loop was in a stage that need not be the one it was last seen in. */
    void visited(LoopState state, Stage stage, Instant entered, @Nullable Instant left) {
        visits.add(new Visit(state.loop(), stage, state.cycle(), state.attempt(), entered, left));
    }

    void wentBack(LoopEvent event, Stage from, Stage to) {
        backEdges.add(new BackEdge(requireNonNull(event.loop()), event.key(), event.at(), from, to));
    }

    void orphan(LoopEvent event, Orphan.Missing missing, String name) {
        orphans.add(new Orphan(missing, name, event.key(), event.at()));
    }

    Observation observation(long events, List<LoopState> states) {
        deviations.sort(null);
        orphans.sort(null);
        return new Observation(events, states, visits, backEdges, deviations, orphans);
    }
}

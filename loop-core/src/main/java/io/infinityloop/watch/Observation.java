package io.infinityloop.watch;

import io.infinityloop.machine.LoopState;
import java.util.List;

/**
 * What a {@link Watcher} saw.
 *
 * @param events how many different events there were
 * @param states where each loop seems to stand, sorted by loop id
 * @param deviations what the machine would have refused, sorted by instant
 * @since 0.1
 */
public record Observation(long events, List<LoopState> states, List<Deviation> deviations) {
    /** Creates an observation. */
    public Observation {
        states = List.copyOf(states);
        deviations = List.copyOf(deviations);
    }

    /** {@return how many loops have at least one deviation} */
    public long deviatingLoops() {
        return deviations.stream().map(Deviation::loop).distinct().count();
    }
}

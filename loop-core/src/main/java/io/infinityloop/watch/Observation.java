package io.infinityloop.watch;

import io.infinityloop.machine.LoopState;
import java.util.List;

/**
 * What a {@link Watcher} saw. All lists are unmodifiable.
 *
 * @param events how many different events there were
 * @param states where each loop seems to stand, sorted by loop id
 * @param visits the stays in stages, sorted by loop id, each loop's in the order of time; its last is where it stands
 * @param backEdges the ways back within a cycle, legal or not, in the same order
 * @param deviations what the machine would have refused, sorted by instant
 * @param orphans the events that point to something unknown, sorted by instant
 * @since 0.1
 */
public record Observation(
        long events,
        List<LoopState> states,
        List<Visit> visits,
        List<BackEdge> backEdges,
        List<Deviation> deviations,
        List<Orphan> orphans) {
    /** Creates an observation. */
    public Observation {
        states = List.copyOf(states);
        visits = List.copyOf(visits);
        backEdges = List.copyOf(backEdges);
        deviations = List.copyOf(deviations);
        orphans = List.copyOf(orphans);
    }

    /** {@return where moves are missing: a stage was left that the loop was not seen to be in} */
    public List<Deviation> gaps() {
        return deviations(Deviation.Kind.MISSING_MOVE);
    }

    /** {@return what was delivered more than once, as often as it was too many} */
    public List<Deviation> duplicates() {
        return deviations(Deviation.Kind.DUPLICATE_EVENT);
    }

    /**
     * Returns the deviations of one sort.
     *
     * @param kind the sort
     * @return the deviations, sorted by instant
     */
    public List<Deviation> deviations(Deviation.Kind kind) {
        return deviations.stream().filter(deviation -> deviation.kind() == kind).toList();
    }

    /** {@return how many loops have at least one deviation} */
    public long deviatingLoops() {
        return deviations.stream().map(Deviation::loop).distinct().count();
    }
}

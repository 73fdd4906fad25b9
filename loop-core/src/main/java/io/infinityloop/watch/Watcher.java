package io.infinityloop.watch;

import io.infinityloop.LoopId;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import io.infinityloop.machine.LoopState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks on: takes the events of any feed, in any order, and says where the loops seem to stand and what the machine
 * would have refused. It refuses nothing itself and never throws for what it is told.
 *
 * <p>The result does not depend on the order in which the events are given: they are put in the order of their
 * instants. Of events at the same instant, a start counts first, then what was recorded, then the moves in the order in
 * which they fit together.
 *
 * @since 0.1
 */
public final class Watcher {
    private Watcher() {}

    /**
     * Watches events.
     *
     * @param events what happened, in any order, possibly with duplicates
     * @return where the loops stand, and every deviation
     */
    public static Observation watch(Collection<? extends LoopEvent> events) {
        List<Deviation> deviations = new ArrayList<>();
        Map<LoopId, List<LoopEvent>> loops = new TreeMap<>();
        Collection<LoopEvent> distinct = distinct(events, deviations);
        for (LoopEvent event : distinct) {
            LoopId loop = event.loop();
            if (loop != null) {
                loops.computeIfAbsent(loop, id -> new ArrayList<>()).add(event);
            }
        }
        List<LoopState> states = new ArrayList<>();
        loops.values().forEach(loop -> states.add(new WatchedLoop(loop, deviations).watch()));
        deviations.sort(null);
        return new Observation(distinct.size(), states, deviations);
    }

    private static Collection<LoopEvent> distinct(Collection<? extends LoopEvent> events, List<Deviation> deviations) {
        Map<EventKey, List<LoopEvent>> byKey = new TreeMap<>();
        for (LoopEvent event : events) {
            byKey.computeIfAbsent(event.key(), key -> new ArrayList<>(1)).add(event);
        }
        List<LoopEvent> distinct = new ArrayList<>(byKey.size());
        for (List<LoopEvent> same : byKey.values()) {
            same.sort(Comparator.comparing(LoopEvent::toString));
            LoopEvent first = same.get(0);
            distinct.add(first);
            for (LoopEvent other : same.subList(1, same.size())) {
                report(first, other, deviations);
            }
        }
        return distinct;
    }

    private static void report(LoopEvent first, LoopEvent other, List<Deviation> deviations) {
        LoopId loop = first.loop() != null ? first.loop() : other.loop();
        if (loop != null) {
            boolean equal = first.equals(other);
            deviations.add(new Deviation(
                    equal ? Deviation.Kind.DUPLICATE_EVENT : Deviation.Kind.CONFLICTING_EVENT,
                    loop,
                    other.key(),
                    other.at(),
                    equal ? "delivered more than once" : "another event of this source has the same id"));
        }
    }

    /** Ranks events of one instant: what must have come first comes first. */
    static int rank(LoopEvent event) {
        if (event instanceof Started) {
            return 0;
        }
        if (event instanceof Recorded) {
            return 1;
        }
        return event instanceof Advanced || event instanceof Returned ? 2 : 3;
    }
}

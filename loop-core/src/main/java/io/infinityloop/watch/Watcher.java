package io.infinityloop.watch;

import io.infinityloop.LoopId;
import io.infinityloop.event.EventOrder;
import io.infinityloop.event.EventSource;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.machine.LoopState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks on: takes the events of any feed, in any order, and says where the loops seem to stand, which way they came,
 * and what the machine would have refused. It refuses nothing itself and never throws for what it is told.
 *
 * <p>The result does not depend on the order in which the events are given: they are put in the order of their
 * instants. Of events at the same instant, a start counts first, then what was recorded, then the moves in the order in
 * which they fit together, each right after what it handed over, and the end last. Of different events with the same
 * source and id, the one that counts by {@link EventOrder} is followed. What is delivered twice is reported, and
 * changes nothing else.
 *
 * <p>The work grows with the number of events as sorting does.
 *
 * @since 0.1
 */
public final class Watcher {
    private Watcher() {}

    /**
     * Watches what a source has.
     *
     * @param source hands over what happened, in any order, possibly with duplicates
     * @return where the loops stand, and everything odd
     */
    public static Observation watch(EventSource source) {
        return watch(source.events());
    }

    /**
     * Watches events.
     *
     * @param events what happened, in any order, possibly with duplicates
     * @return where the loops stand, and everything odd
     */
    public static Observation watch(Collection<? extends LoopEvent> events) {
        Sightings sightings = new Sightings();
        List<LoopEvent> counting = EventOrder.counting(events);
        if (counting.size() < events.size()) {
            reportOthers(events, counting, sightings);
        }
        Map<LoopId, List<LoopEvent>> loops = new TreeMap<>();
        for (LoopEvent event : counting) {
            LoopId loop = event.loop();
            if (loop != null) {
                loops.computeIfAbsent(loop, id -> new ArrayList<>()).add(event);
            }
        }
        List<LoopState> states = new ArrayList<>(loops.size());
        loops.values().forEach(loop -> states.add(new WatchedLoop(loop, sightings).watch()));
        Orphans.find(counting, loops.values(), sightings);
        return sightings.observation(counting.size(), states);
    }

    /** Reports the events that do not count, each of which stands before the one that does. */
    private static void reportOthers(
            Collection<? extends LoopEvent> events, List<LoopEvent> counting, Sightings sightings) {
        List<LoopEvent> sorted = new ArrayList<>(events);
        sorted.sort(EventOrder.BY_KEY);
        int place = 0;
        for (int i = 0; i < sorted.size(); i++) {
            LoopEvent event = sorted.get(i);
            boolean counts = i + 1 == sorted.size() || !sorted.get(i + 1).key().equals(event.key());
            if (counts) {
                place++;
            } else {
                sightings.reportOther(event, counting.get(place));
            }
        }
    }
}

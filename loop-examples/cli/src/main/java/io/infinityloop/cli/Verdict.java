package io.infinityloop.cli;

import io.infinityloop.LoopId;
import io.infinityloop.event.EventOrder;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.Replay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the machine says of a loop when its events are played through it.
 *
 * @param loop the loop
 * @param replay where it arrives, or the first event that the machine refuses
 */
record Verdict(LoopId loop, Replay replay) {
    /**
     * Judges every loop, sorted by id. Events are played in the order of their instants, those of one instant in the
     * order given; an event that was delivered twice is played once, and of those with one source and id the one that
     * counts by {@link EventOrder}.
     */
    static List<Verdict> of(Collection<LoopEvent> events) {
        Set<LoopEvent> counting = new HashSet<>(EventOrder.counting(events));
        Map<LoopId, List<LoopEvent>> loops = new TreeMap<>();
        events.stream()
                .filter(counting::remove)
                .sorted(Comparator.comparing(LoopEvent::at))
                .forEach(event -> {
                    LoopId loop = event.loop();
                    if (loop != null) {
                        loops.computeIfAbsent(loop, id -> new ArrayList<>()).add(event);
                    }
                });
        List<Verdict> verdicts = new ArrayList<>();
        loops.forEach((loop, history) ->
                verdicts.add(new Verdict(loop, LoopDefinition.ring().replay(history))));
        return verdicts;
    }

    boolean isAccepted() {
        return replay instanceof Replay.Reached;
    }
}

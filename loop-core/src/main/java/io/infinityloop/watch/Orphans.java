package io.infinityloop.watch;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Started;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the events that point to something of which nobody says anything. */
final class Orphans {
    private Orphans() {}

    /** Goes over all events, those of the loops among them. */
    static void find(List<LoopEvent> events, Collection<List<LoopEvent>> loops, Sightings sightings) {
        for (List<LoopEvent> loop : loops) {
            if (loop.stream().noneMatch(Started.class::isInstance)) {
                loop.forEach(event -> sightings.orphan(event, Orphan.Missing.START, String.valueOf(event.loop())));
            }
        }
        Set<ArtifactRef> unknown = pointedTo(events);
        if (!unknown.isEmpty()) {
            forgetRecorded(events, unknown);
        }
        if (!unknown.isEmpty()) {
            events.forEach(event -> report(event, unknown, sightings));
        }
    }

    /** Only what is pointed to is kept in mind: most facts of a long history are never referred to. */
    private static Set<ArtifactRef> pointedTo(List<LoopEvent> events) {
        Set<ArtifactRef> refs = new HashSet<>();
        for (LoopEvent event : events) {
            refs.addAll(pointedTo(event));
        }
        return refs;
    }

    private static void forgetRecorded(List<LoopEvent> events, Set<ArtifactRef> refs) {
        for (LoopEvent event : events) {
            if (event instanceof Recorded recorded) {
                refs.remove(recorded.artifact().ref());
            }
        }
    }

    private static void report(LoopEvent event, Set<ArtifactRef> unknown, Sightings sightings) {
        Orphan.Missing missing = event instanceof Recorded ? Orphan.Missing.ANCESTOR : Orphan.Missing.HANDED_OVER;
        pointedTo(event).stream()
                .filter(unknown::contains)
                .distinct()
                .forEach(ref -> sightings.orphan(event, missing, ref.toString()));
    }

    private static List<ArtifactRef> pointedTo(LoopEvent event) {
        if (event instanceof Recorded recorded) {
            return recorded.artifact().derivedFrom();
        }
        return event instanceof Advanced advanced ? advanced.artifacts() : List.of();
    }
}

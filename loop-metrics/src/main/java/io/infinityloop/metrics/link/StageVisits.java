package io.infinityloop.metrics.link;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the visits of stages off the moves of loops. */
final class StageVisits {
    private StageVisits() {}

    /** Takes events in the order of their instants; returns the visits by loop, finished ones first. */
    static List<StageVisit> of(Collection<LoopEvent> events) {
        Map<LoopId, List<LoopEvent>> moves = new TreeMap<>();
        for (LoopEvent event : events) {
            LoopId loop = event.loop();
            if (loop != null && !(event instanceof Recorded)) {
                moves.computeIfAbsent(loop, id -> new ArrayList<>()).add(event);
            }
        }
        List<StageVisit> visits = new ArrayList<>();
        moves.forEach((loop, ofLoop) -> add(loop, ofLoop, visits));
        return visits;
    }

    private static void add(LoopId loop, List<LoopEvent> moves, List<StageVisit> visits) {
        Set<Entrance> left = new HashSet<>();
        for (LoopEvent event : moves) {
            Entrance entrance = left(event);
            if (entrance != null) {
                left.add(entrance);
                visits.add(visit(loop, entrance, event.at(), event));
            }
        }
        Instant last = moves.get(moves.size() - 1).at();
        moves.stream()
                .filter(event -> event.at().equals(last))
                .filter(event -> !left.contains(entered(event)))
                .reduce((one, later) -> later)
                .filter(event -> !(event instanceof Retired))
                .ifPresent(event -> visits.add(visit(loop, entered(event), null, event)));
    }

    private record Entrance(Stage stage, Instant at) {}

    private static StageVisit visit(LoopId loop, Entrance entrance, @Nullable Instant left, LoopEvent event) {
        return new StageVisit(loop, entrance.stage(), entrance.at(), left, event.labels(), List.of(event.key()));
    }

    private static @Nullable Entrance left(LoopEvent event) {
        if (event instanceof Advanced advanced) {
            return new Entrance(advanced.transition().from(), advanced.entered());
        }
        return event instanceof Returned returned ? new Entrance(returned.from(), returned.entered()) : null;
    }

    private static Entrance entered(LoopEvent event) {
        if (event instanceof Advanced advanced) {
            return new Entrance(advanced.transition().to(), event.at());
        }
        if (event instanceof Returned returned) {
            return new Entrance(returned.to(), event.at());
        }
        return new Entrance(event instanceof Started started ? started.stage() : Stage.PLAN, event.at());
    }
}

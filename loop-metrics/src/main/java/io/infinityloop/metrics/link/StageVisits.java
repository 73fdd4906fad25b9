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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the visits of stages off the moves of loops. */
final class StageVisits implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        of(derivation.events()).forEach(derivation::emit);
    }

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
        for (LoopEvent event : moves) {
            Entrance entrance = left(event);
            if (entrance != null) {
                visits.add(visit(loop, entrance, event.at(), event));
            }
        }
        Instant last = moves.get(moves.size() - 1).at();
        List<LoopEvent> latest =
                moves.stream().filter(event -> event.at().equals(last)).toList();
        if (latest.stream().noneMatch(Retired.class::isInstance)) {
            open(latest).ifPresent(event -> visits.add(visit(loop, entered(event), null, event)));
        }
    }

    /**
     * Of moves at one instant, whose order nobody knows, the one whose stage is entered more often than left: moves
     * within the instant cancel out.
     */
    private static Optional<LoopEvent> open(List<LoopEvent> latest) {
        Map<Entrance, Integer> balance = new HashMap<>();
        for (LoopEvent event : latest) {
            balance.merge(entered(event), 1, Integer::sum);
            Entrance left = left(event);
            if (left != null) {
                balance.merge(left, -1, Integer::sum);
            }
        }
        return latest.stream()
                .filter(event -> balance.getOrDefault(entered(event), 0) > 0)
                .reduce((one, later) -> later);
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

package io.infinityloop.watch;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The events of one loop at one instant, given out in the order in which they fit together: starts, what was recorded,
 * the moves, each right after what it handed over, and the end. Of the moves, the first that leaves the current stage
 * comes next; if none does, the first of all. Not safe for use by many threads.
 */
final class Moment {
    private final Deque<LoopEvent> ready = new ArrayDeque<>();
    private final Map<Stage, Deque<Move>> moves = new EnumMap<>(Stage.class);
    private final Map<ArtifactRef, Deque<LoopEvent>> handedOver = new HashMap<>();
    private final Deque<LoopEvent> ends = new ArrayDeque<>();

    /** A move and its place among the moves of the moment. */
    private record Move(int place, LoopEvent event) {}

    /** Takes the events, sorted by source and id. */
    Moment(List<LoopEvent> events) {
        List<Recorded> records = new ArrayList<>();
        int place = 0;
        for (LoopEvent event : events) {
            Optional<Stage> left = stageLeft(event);
            if (left.isPresent()) {
                moves.computeIfAbsent(left.get(), stage -> new ArrayDeque<>()).add(new Move(place++, event));
            } else if (event instanceof Started) {
                ready.add(event);
            } else if (event instanceof Recorded recorded) {
                records.add(recorded);
            } else {
                ends.add(event);
            }
        }
        shareOut(records);
    }

    /** {@return the stage that a move or a return leaves, empty for other events} */
    static Optional<Stage> stageLeft(LoopEvent event) {
        if (event instanceof Advanced advanced) {
            return Optional.of(advanced.transition().from());
        }
        return event instanceof Returned returned ? Optional.of(returned.from()) : Optional.empty();
    }

    /** Ranks events of one instant: what must have come first comes first. */
    static int rank(LoopEvent event) {
        if (event instanceof Started) {
            return 0;
        }
        if (event instanceof Recorded) {
            return 1;
        }
        return event instanceof Retired ? 3 : 2;
    }

    boolean hasNext() {
        return !ready.isEmpty() || !moves.isEmpty() || !ends.isEmpty();
    }

    /** Gives out the event that fits best where the loop is now. */
    LoopEvent next(Stage current) {
        if (ready.isEmpty() && !moves.isEmpty()) {
            makeReady(takeFitting(current));
        }
        return ready.isEmpty() ? ends.removeFirst() : ready.removeFirst();
    }

    /** What was recorded waits for the move that hands it over; of several snapshots, the last ones do. */
    private void shareOut(List<Recorded> records) {
        Map<ArtifactRef, Integer> wanted = new HashMap<>();
        if (!records.isEmpty()) {
            moves.values()
                    .forEach(queue -> queue.forEach(
                            move -> refs(move.event()).forEach(ref -> wanted.merge(ref, 1, Integer::sum))));
        }
        Deque<LoopEvent> loose = new ArrayDeque<>();
        for (int i = records.size() - 1; i >= 0; i--) {
            ArtifactRef ref = records.get(i).artifact().ref();
            int left = wanted.getOrDefault(ref, 0);
            wanted.replace(ref, left - 1);
            (left > 0 ? handedOver.computeIfAbsent(ref, key -> new ArrayDeque<>()) : loose).addFirst(records.get(i));
        }
        ready.addAll(loose);
    }

    private LoopEvent takeFitting(Stage current) {
        Stage stage = moves.containsKey(current)
                ? current
                : moves.entrySet().stream()
                        .min(Comparator.comparingInt(
                                queue -> queue.getValue().getFirst().place()))
                        .orElseThrow()
                        .getKey();
        Deque<Move> queue = requireNonNull(moves.get(stage));
        LoopEvent event = queue.removeFirst().event();
        if (queue.isEmpty()) {
            moves.remove(stage);
        }
        return event;
    }

    private void makeReady(LoopEvent move) {
        for (ArtifactRef ref : refs(move)) {
            Deque<LoopEvent> records = handedOver.get(ref);
            if (records != null && !records.isEmpty()) {
                ready.add(records.removeFirst());
            }
        }
        ready.add(move);
    }

    private static List<ArtifactRef> refs(LoopEvent move) {
        return move instanceof Advanced advanced ? advanced.artifacts() : List.of();
    }
}

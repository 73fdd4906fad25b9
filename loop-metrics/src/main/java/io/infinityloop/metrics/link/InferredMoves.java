package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.Trigger;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Started;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The moves that a loop must have made, where a feed reports only what was made for it: a loop is in the stage of its
 * first artifact, enters a later stage with the first artifact of that stage, and a new cycle with a plan after
 * MONITOR. An artifact of an earlier stage tells of no move: nobody knows whether work went back, or was merely
 * reported late.
 */
final class InferredMoves {
    private static final Comparator<Recorded> IN_TIME = Comparator.<Recorded, Instant>comparing(
                    record -> record.artifact().at())
            .thenComparing(Recorded::key);

    private InferredMoves() {}

    /** {@return whether a feed reports nothing of the way of a loop but what was made for it} */
    static boolean areNeeded(List<LoopEvent> events) {
        return events.stream().allMatch(Recorded.class::isInstance);
    }

    /** Takes what was recorded with one loop, at least one thing. */
    static Moves of(LoopId loop, List<LoopEvent> events) {
        List<Recorded> records =
                events.stream().map(Recorded.class::cast).sorted(IN_TIME).toList();
        Recorded first = records.get(0);
        Started start = new Started(metadata(first), loop, first.artifact().stage());
        Labels labels = Labels.none();
        List<LoopEvent> moves = new ArrayList<>();
        Stage stage = start.stage();
        Instant entered = start.at();
        for (Recorded record : records) {
            labels = Moves.with(labels, record.labels());
            Stage next = record.artifact().stage();
            Transition transition = new Transition(stage, next);
            if (stage.isBefore(next) || transition.closesCycle()) {
                Advanced move = new Advanced(metadata(record), loop, transition, entered, List.of());
                moves.add(move);
                stage = next;
                entered = move.at();
            }
        }
        return new Moves(start, moves, null, Instant.MAX, labels);
    }

    /** An event of its own key, when the artifact came to be. Who moved the loop on nobody knows. */
    private static EventMetadata metadata(Recorded record) {
        return new EventMetadata(
                record.id(), record.source(), record.artifact().at(), record.labels(), Trigger.UNKNOWN);
    }
}

package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The moves of one loop, in the order in which they fit together.
 *
 * @param start the start; null if nobody reported it
 * @param moves advances and returns. Of moves at one instant, whose order nobody knows, the one that leaves the stage
 *     where the loop is comes next; if none does, the first by key
 * @param retired when the loop was given up; null if it was not, or moved on after it
 * @param recorded when something was last recorded with the loop; null if nothing was
 * @param labels those of all these events; of two values for one key the later counts
 */
record Moves(
        @Nullable Started start,
        List<LoopEvent> moves,
        @Nullable Instant retired,
        @Nullable Instant recorded,
        Labels labels) {
    /** Takes the events of one loop, sorted by instant and key. */
    static Moves of(List<LoopEvent> events) {
        Started start = null;
        Instant retired = null;
        Instant recorded = null;
        Labels labels = Labels.none();
        List<LoopEvent> moves = new ArrayList<>();
        for (LoopEvent event : events) {
            if (event instanceof Recorded) {
                recorded = event.at();
                continue;
            }
            labels = with(labels, event.labels());
            if (event instanceof Started started && start == null) {
                start = started;
            } else if (event instanceof Retired) {
                retired = event.at();
            } else if (from(event) != null) {
                moves.add(event);
            }
        }
        List<LoopEvent> ordered = inOrder(start == null ? null : start.stage(), moves);
        boolean goesOn = retired != null
                && !moves.isEmpty()
                && moves.get(moves.size() - 1).at().isAfter(retired);
        return new Moves(start, ordered, goesOn ? null : retired, recorded, labels);
    }

    static Labels with(Labels labels, Labels more) {
        return more.isEmpty() || more.equals(labels) ? labels : Scope.united(labels, more);
    }

    /** The stage that a move leaves; null if the event is no move. */
    static @Nullable Stage from(LoopEvent event) {
        if (event instanceof Advanced advanced) {
            return advanced.transition().from();
        }
        return event instanceof Returned returned ? returned.from() : null;
    }

    static Stage to(LoopEvent move) {
        return move instanceof Advanced advanced ? advanced.transition().to() : ((Returned) move).to();
    }

    static Instant entered(LoopEvent move) {
        return move instanceof Advanced advanced ? advanced.entered() : ((Returned) move).entered();
    }

    private static List<LoopEvent> inOrder(@Nullable Stage first, List<LoopEvent> moves) {
        List<LoopEvent> ordered = new ArrayList<>(moves.size());
        Stage stage = first;
        for (int from = 0; from < moves.size(); ) {
            int to = from + 1;
            while (to < moves.size()
                    && moves.get(to).at().equals(moves.get(from).at())) {
                to++;
            }
            stage = to - from == 1 ? addTo(ordered, moves.get(from)) : chain(stage, moves.subList(from, to), ordered);
            from = to;
        }
        return ordered;
    }

    private static Stage addTo(List<LoopEvent> ordered, LoopEvent move) {
        ordered.add(move);
        return to(move);
    }

    /** A move of a moment and its place there. */
    private record Placed(int place, LoopEvent move) {}

    private static @Nullable Stage chain(@Nullable Stage first, List<LoopEvent> moment, List<LoopEvent> ordered) {
        Map<Stage, Deque<Placed>> open = new EnumMap<>(Stage.class);
        for (int i = 0; i < moment.size(); i++) {
            Stage from = from(moment.get(i));
            if (from != null) {
                open.computeIfAbsent(from, stage -> new ArrayDeque<>()).add(new Placed(i, moment.get(i)));
            }
        }
        Stage stage = first;
        for (int left = moment.size(); left > 0; left--) {
            Deque<Placed> fitting = stage == null ? null : open.get(stage);
            Deque<Placed> queue = fitting != null && !fitting.isEmpty() ? fitting : earliest(open);
            stage = addTo(ordered, queue.removeFirst().move());
        }
        return stage;
    }

    private static Deque<Placed> earliest(Map<Stage, Deque<Placed>> open) {
        return open.values().stream()
                .filter(queue -> !queue.isEmpty())
                .min(Comparator.comparingInt(queue -> queue.getFirst().place()))
                .orElseThrow();
    }
}

package io.infinityloop.metrics.link;

import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.link.Handoff.Aftermath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The handoffs of one loop, and what becomes of them while the cycle lasts. Not safe for use by many threads. */
final class Handoffs {
    private final List<Handoff> seen = new ArrayList<>();
    private final Map<Stage, Integer> lastPast = new EnumMap<>(Stage.class);
    private final Map<Stage, Integer> lastInto = new EnumMap<>(Stage.class);
    private final Map<Stage, List<Integer>> standing = new EnumMap<>(Stage.class);
    private int firstOfCycle;

    void add(Handoff handoff) {
        int index = seen.size();
        seen.add(handoff);
        if (handoff.isForward()) {
            Transition transition = handoff.transition();
            lastPast.put(transition.from(), index);
            transition.skipped().forEach(leapt -> lastPast.put(leapt, index));
            lastInto.put(transition.to(), index);
            standing.computeIfAbsent(transition.from(), stage -> new ArrayList<>())
                    .add(index);
        }
    }

    /** {@return all handoffs, in order} */
    List<Handoff> seen() {
        return seen;
    }

    /** Work went back: to the stage that the latest handoff past it had left, out of the one that refuses it. */
    void back(Stage from, Stage to, LoopEvent move) {
        Instant at = move.at();
        change(lastPast.get(to), move, was -> was.withSentBack(at));
        change(lastInto.get(from), move, was -> was.withRefused(at));
        standing.forEach((stage, handoffs) -> {
            if (!stage.isBefore(to)) {
                handoffs.forEach(index -> change(index, move, was -> was.withUndone(at)));
                handoffs.clear();
            }
        });
    }

    private void change(@Nullable Integer index, LoopEvent move, UnaryOperator<Aftermath> change) {
        if (index == null) {
            return;
        }
        Handoff was = seen.get(index);
        List<EventKey> evidence = Stream.concat(was.evidence().stream(), Stream.of(move.key()))
                .distinct()
                .toList();
        seen.set(index, with(was, change.apply(was.aftermath()), evidence));
    }

    /** The cycle is over: nothing comes back any more. */
    void settle(@Nullable Instant at) {
        for (int i = firstOfCycle; at != null && i < seen.size(); i++) {
            Handoff was = seen.get(i);
            seen.set(i, with(was, was.aftermath().withSettled(at), was.evidence()));
        }
        firstOfCycle = seen.size();
        lastPast.clear();
        lastInto.clear();
        standing.clear();
    }

    private static Handoff with(Handoff was, Aftermath aftermath, List<EventKey> evidence) {
        return new Handoff(
                was.loop(),
                was.cycle(),
                was.transition(),
                was.at(),
                was.trigger(),
                was.deviation(),
                aftermath,
                was.labels(),
                evidence);
    }
}

package io.infinityloop.metrics.link;

import io.infinityloop.LoopId;
import io.infinityloop.event.LoopEvent;
import java.util.List;
import java.util.SortedMap;

/**
 * The ways of loops: their visits of stages, their handoffs, and their cycles. Where a feed reports no move of a loop,
 * visits and cycles are inferred from what was made for it; nothing is said of handoffs then.
 */
final class LoopPasses implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        SortedMap<LoopId, List<LoopEvent>> loops = derivation.loops();
        if (!loops.isEmpty()) {
            Productions productions = new Productions(derivation);
            loops.forEach((loop, events) -> produce(loop, events, productions, derivation));
        }
    }

    private static void produce(LoopId loop, List<LoopEvent> events, Productions productions, Derivation derivation) {
        boolean inferred = InferredMoves.areNeeded(events);
        Moves moves = inferred ? InferredMoves.of(loop, events) : Moves.of(events);
        LoopWalk.Seen seen = LoopWalk.follow(loop, moves, Activity.of(events, derivation));
        seen.visits().forEach(derivation::emit);
        if (!inferred) {
            seen.handoffs().forEach(derivation::emit);
        }
        productions.with(seen.passes(), events).forEach(derivation::emit);
    }
}

package io.infinityloop.metrics.link;

/** The ways of loops: their visits of stages, their handoffs, and their cycles. */
final class LoopPasses implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        Productions productions = new Productions(derivation);
        derivation.loops().forEach((loop, events) -> {
            LoopWalk.Seen seen = LoopWalk.follow(loop, Moves.of(events), Activity.of(events, derivation));
            seen.visits().forEach(derivation::emit);
            seen.handoffs().forEach(derivation::emit);
            productions.with(seen.passes(), events).forEach(derivation::emit);
        });
    }
}

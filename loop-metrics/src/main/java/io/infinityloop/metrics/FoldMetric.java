package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.link.Subject;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** A metric that is given as functions. */
final class FoldMetric<F extends Subject, S> extends BasicMetric<F, S> {
    private final Function<Memory, S> newState;
    private final Metrics.Step<F, S> add;
    private final BinaryOperator<S> merge;
    private final BiFunction<S, Frame, MetricResult> result;

    FoldMetric(
            MetricDefinition definition,
            Class<F> subject,
            BiFunction<F, Instant, Place> place,
            Function<Memory, S> newState,
            Metrics.Step<F, S> add,
            BinaryOperator<S> merge,
            BiFunction<S, Frame, MetricResult> result) {
        super(definition, subject, place, definition.unit());
        this.newState = requireNonNull(newState, "newState");
        this.add = requireNonNull(add, "add");
        this.merge = requireNonNull(merge, "merge");
        this.result = requireNonNull(result, "result");
    }

    @Override
    public S newState() {
        return newState.apply(Memory.EXACT);
    }

    @Override
    public S newState(Memory memory) {
        return newState.apply(memory);
    }

    @Override
    public Use add(S state, F one, Frame frame) {
        return add.add(state, one, frame);
    }

    @Override
    public S merge(S into, S from) {
        return merge.apply(into, from);
    }

    @Override
    public MetricResult result(S state, Frame frame) {
        return result.apply(state, frame);
    }
}

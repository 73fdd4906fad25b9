package io.infinityloop.metrics.finding;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.Subject;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/** A detector that is given as functions. */
record FoldDetector<F extends Subject, S>(
        DetectorDefinition definition,
        Class<F> subject,
        BiFunction<F, Instant, Place> placing,
        Supplier<S> states,
        Metrics.Step<F, S> step,
        BinaryOperator<S> merging,
        BiFunction<S, Frame, List<Sighting>> looking)
        implements Detector<F, S> {
    FoldDetector {
        requireNonNull(definition, "definition");
        requireNonNull(subject, "subject");
        requireNonNull(placing, "place");
        requireNonNull(states, "newState");
        requireNonNull(step, "add");
        requireNonNull(merging, "merge");
        requireNonNull(looking, "findings");
    }

    @Override
    public Place place(F one, Instant asOf) {
        return placing.apply(one, asOf);
    }

    @Override
    public S newState() {
        return states.get();
    }

    @Override
    public Use add(S state, F one, Frame frame) {
        return step.add(state, one, frame);
    }

    @Override
    public S merge(S into, S from) {
        return merging.apply(into, from);
    }

    @Override
    public List<Sighting> findings(S state, Frame frame) {
        return looking.apply(state, frame);
    }
}

package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.link.Subject;
import java.time.Instant;
import java.util.function.BiFunction;

/**
 * What the metrics of {@link Metrics} have in common: they know their definition, their subjects, and where these are.
 */
abstract class BasicMetric<F extends Subject, S> implements MetricCalculator<F, S> {
    private final MetricDefinition definition;
    private final Class<F> subject;
    private final BiFunction<F, Instant, Place> place;

    /**
     * Takes what is common.
     *
     * @throws IllegalArgumentException if the definition's unit is none of these
     */
    BasicMetric(MetricDefinition definition, Class<F> subject, BiFunction<F, Instant, Place> place, Unit... units) {
        Metrics.requireUnit(definition, units);
        this.definition = definition;
        this.subject = requireNonNull(subject, "subject");
        this.place = requireNonNull(place, "place");
    }

    @Override
    public final MetricDefinition definition() {
        return definition;
    }

    @Override
    public final Class<F> subject() {
        return subject;
    }

    @Override
    public final Place place(F one, Instant asOf) {
        return place.apply(one, asOf);
    }
}

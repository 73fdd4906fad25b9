package com.example;

import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProvider;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.Released;
import java.util.Collection;
import java.util.List;

/** A metric of the tool's own. */
public final class OwnMetrics implements MetricProvider {
    private static final MetricDefinition SMALL = new MetricDefinition(
            "example.small-releases",
            "Small releases",
            "Releases with at most five changes.",
            "releases",
            Unit.RATIO,
            MetricDefinition.Direction.HIGHER_IS_BETTER,
            "ours");

    @Override
    public Collection<MetricCalculator<?, ?>> metrics() {
        return List.of(Metrics.ratio(
                SMALL, Released.class, released -> new Place.At(released.at()), released -> released.changes() <= 5));
    }
}

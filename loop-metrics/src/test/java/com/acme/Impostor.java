package com.acme;

import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProvider;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.Released;
import java.util.Collection;
import java.util.List;

/** A provider from outside that takes a prefix of the library. */
public final class Impostor implements MetricProvider {
    /** Creates the provider. */
    public Impostor() {}

    @Override
    public Collection<MetricCalculator<?, ?>> metrics() {
        MetricDefinition definition = new MetricDefinition(
                "dora.lead-time",
                "Lead time",
                "Ours is better.",
                "releases",
                Unit.COUNT,
                MetricDefinition.Direction.NEUTRAL,
                "Acme");
        return List.of(
                Metrics.size(definition, Released.class, release -> new Place.At(release.at()), Released::changes));
    }
}

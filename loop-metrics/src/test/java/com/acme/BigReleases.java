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

/** The README's example of a metric of one's own. */
public final class BigReleases implements MetricProvider {
    private static final MetricDefinition BIG_RELEASES = new MetricDefinition(
            "acme.big-releases",
            "Big releases",
            "Releases with more than 50 changes, as a part of all releases.",
            "releases",
            Unit.RATIO,
            MetricDefinition.Direction.LOWER_IS_BETTER,
            "Acme's engineering handbook");

    /** Creates the provider. */
    public BigReleases() {}

    @Override
    public Collection<MetricCalculator<?, ?>> metrics() {
        return List.of(Metrics.ratio(
                BIG_RELEASES,
                Released.class,
                release -> new Place.At(release.at()),
                release -> release.changes() > 50));
    }
}

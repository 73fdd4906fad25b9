package com.acme;

import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.finding.Detector;
import io.infinityloop.metrics.finding.DetectorDefinition;
import io.infinityloop.metrics.finding.DetectorProvider;
import io.infinityloop.metrics.finding.Detectors;
import io.infinityloop.metrics.link.Released;
import java.util.Collection;
import java.util.List;

/** Detectors that take the library's prefix. */
public final class ForeignPrefix implements DetectorProvider {
    /** Creates the provider. */
    public ForeignPrefix() {}

    @Override
    public Collection<Detector<?, ?>> detectors() {
        DetectorDefinition mine = DetectorDefinition.builder("finding.mine", "Mine")
                .needs("releases")
                .remedy("None.")
                .source("Acme")
                .build();
        return List.of(Detectors.each(
                mine, Released.class, release -> new Place.At(release.at()), release -> false, Released::version));
    }
}

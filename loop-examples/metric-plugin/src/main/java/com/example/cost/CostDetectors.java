package com.example.cost;

import io.infinityloop.Stage;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.finding.Detector;
import io.infinityloop.metrics.finding.DetectorDefinition;
import io.infinityloop.metrics.finding.DetectorProvider;
import io.infinityloop.metrics.finding.Detectors;
import io.infinityloop.metrics.link.Scaled;
import java.util.Collection;
import java.util.List;

/** Hands over what may have cost too much. */
public final class CostDetectors implements DetectorProvider {
    static final DetectorDefinition UNEXPLAINED = DetectorDefinition.builder(
                    "example.unexplained-growth", "More instances, and nobody said why")
            .stage(Stage.OPERATE)
            .needs("scaling actions")
            .remedy("Write down why more is needed, so that somebody can take it back.")
            .source("ours")
            .build();

    /** Creates the provider. */
    public CostDetectors() {}

    @Override
    public Collection<Detector<?, ?>> detectors() {
        return List.of(unexplained());
    }

    static Detector<Scaled, ?> unexplained() {
        return Detectors.each(
                UNEXPLAINED,
                Scaled.class,
                scaled -> new Place.At(scaled.action().at()),
                scaled -> scaled.action().to() > scaled.action().from()
                        && scaled.action().reason().isEmpty(),
                scaled -> scaled.action().resource() + " grew from "
                        + scaled.action().from() + " to " + scaled.action().to());
    }
}

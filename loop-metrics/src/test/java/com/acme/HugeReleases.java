package com.acme;

import io.infinityloop.Stage;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.finding.Detector;
import io.infinityloop.metrics.finding.DetectorDefinition;
import io.infinityloop.metrics.finding.DetectorProvider;
import io.infinityloop.metrics.finding.Detectors;
import io.infinityloop.metrics.link.Released;
import java.util.Collection;
import java.util.List;

/** A detector of one's own. */
public final class HugeReleases implements DetectorProvider {
    private static final DetectorDefinition HUGE_RELEASES = DetectorDefinition.builder(
                    "acme.huge-release", "Huge release")
            .stage(Stage.RELEASE)
            .severity(DetectorDefinition.Severity.RISK)
            .needs("releases")
            .remedy("Release twice as often.")
            .source("Acme's engineering handbook")
            .build();

    /** Creates the provider. */
    public HugeReleases() {}

    @Override
    public Collection<Detector<?, ?>> detectors() {
        return List.of(Detectors.each(
                HUGE_RELEASES,
                Released.class,
                release -> new Place.At(release.at()),
                release -> release.changes() > 2,
                release -> "release " + release.version() + " holds " + release.changes() + " changes, more than 2"));
    }
}

package io.infinityloop.metrics.dora;

import io.infinityloop.artifact.Environment;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.Deployed;
import java.time.Instant;

/**
 * How often a version is brought into production.
 *
 * <p>Successful production deployments that ended in the window, divided by the days of the window that were observed.
 * A deployment that was reported many times counts once.
 *
 * <p>Left out and counted: deployments to other environments, and those that did not succeed or have not ended. No
 * production deployment at all is undefined; a window without one, where there are others, is 0 a day.
 *
 * @unit per day
 * @source DORA, "DORA's software delivery performance metrics", dora.dev/guides, 2026: "the number of deployments over
 *     a given period". Requirements MET-03 and D-11.
 * @since 0.1
 */
public final class DeploymentFrequency {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
            "dora.deployment-frequency",
            "Deployment frequency",
            "Successful production deployments per day of the observed window.",
            "successful production deployments",
            Unit.PER_DAY,
            MetricDefinition.Direction.HIGHER_IS_BETTER,
            "DORA guide 2026; MET-03");

    private DeploymentFrequency() {}

    /** {@return the metric} */
    public static MetricCalculator<Deployed, ?> calculator() {
        return Metrics.frequency(DEFINITION, Deployed.class, DeploymentFrequency::place);
    }

    private static Place place(Deployed deployed) {
        if (deployed.environment() != Environment.PRODUCTION) {
            return new Place.Nowhere("not in production");
        }
        Instant finishedAt = deployed.finishedAt();
        return deployed.isInProduction() && finishedAt != null
                ? new Place.At(finishedAt)
                : new Place.Nowhere("not successful");
    }
}

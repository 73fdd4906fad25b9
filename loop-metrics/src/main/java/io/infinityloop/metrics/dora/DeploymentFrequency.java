package io.infinityloop.metrics.dora;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.Environment;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricProfile.Audience;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.Variant;
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.rule.Comparator;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * How often a version is brought into production.
 *
 * <p>Successful production deployments that ended in the window, divided by the days of the window that were observed.
 * A deployment that was reported many times counts once. The parts say how regular they come: how many there are, on
 * how many days, the median of those days in the full ISO weeks of the window (a day with ten deployments is one day),
 * and the median time between one and the next.
 *
 * <p>Left out and counted: deployments to other environments, those that did not succeed or have not ended, and
 * roll-backs, which bring nothing new (D-11). No production deployment at all is undefined; a window without one, where
 * there are others, is 0 a day.
 *
 * @unit per day
 * @source DORA, "DORA's software delivery performance metrics", dora.dev/guides, 2026: "the number of deployments over
 *     a given period or the time between deployments". Requirements MET-03, THR-03, THR-18, D-11 and D-12.
 * @since 0.1
 */
public final class DeploymentFrequency {
    private static final Amount ONCE_A_DAY = new Amount(BigDecimal.ONE, Unit.PER_DAY);

    /**
     * More than once a day: "multiple" is read as more than one. What the metric's own target adds to it is the floor.
     */
    public static final Target MULTIPLE_A_DAY =
            Target.of(Comparator.ABOVE, ONCE_A_DAY, "THR-03: multiple a day, read as more than one");

    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "dora.deployment-frequency",
                    "Deployment frequency",
                    "Successful production deployments per day of the observed window, roll-backs left out.",
                    "successful production deployments",
                    Unit.PER_DAY,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "DORA guide 2026; MET-03")
            .with(MetricProfile.PLAIN
                    .alias("DF")
                    .formula("successful production deployments / observed days")
                    .target(MULTIPLE_A_DAY.minimum(Comparator.AT_LEAST, ONCE_A_DAY))
                    .primary()
                    .audience(Audience.ENGINEER, Audience.BUSINESS, Audience.EXECUTIVE)
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .stage(Stage.DEPLOY)
                    .option("rollbacks", "whether a roll-back is a deployment: no by default")
                    .option("hotfixes", "whether a hotfix is a deployment: yes by default"));

    private DeploymentFrequency() {}

    /** {@return the metric} */
    public static MetricCalculator<Deployed, ?> calculator() {
        return builder().build();
    }

    /** {@return the options, as they are by default} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Gathers the options. Not safe for use by many threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private boolean rollbacks;
        private boolean hotfixes = true;

        private Builder() {}

        /** {@return this builder; a roll-back is a deployment like others} */
        public Builder withRollbacks() {
            this.rollbacks = true;
            return this;
        }

        /** {@return this builder; a hotfix is left out and counted: new code only} */
        public Builder withoutHotfixes() {
            this.hotfixes = false;
            return this;
        }

        /** {@return the metric by these options} */
        public MetricCalculator<Deployed, ?> build() {
            MetricDefinition definition = new Variant(DEFINITION)
                    .option(!rollbacks, "rollbacks", "a roll-back counts")
                    .option(hotfixes, "without-hotfixes", "a hotfix does not count")
                    .definition();
            boolean withRollbacks = rollbacks;
            boolean withHotfixes = hotfixes;
            return Metrics.foldIn(
                    definition,
                    Deployed.class,
                    (deployed, asOf) -> place(deployed, withRollbacks, withHotfixes),
                    Moments::new,
                    (moments, deployed, frame) -> {
                        Instant finishedAt = deployed.finishedAt();
                        return finishedAt == null ? Use.excluded("not successful") : moments.add(finishedAt, frame);
                    },
                    Moments::merge,
                    (moments, frame) -> moments.result(definition, frame));
        }
    }

    private static Place place(Deployed deployed, boolean withRollbacks, boolean withHotfixes) {
        if (deployed.environment() != Environment.PRODUCTION) {
            return new Place.Nowhere("not in production");
        }
        Instant finishedAt = deployed.finishedAt();
        if (!deployed.isInProduction() || finishedAt == null) {
            return new Place.Nowhere("not successful");
        }
        DeploymentPurpose purpose = deployed.plan().purpose();
        if (purpose == DeploymentPurpose.ROLLBACK && !withRollbacks) {
            return new Place.Nowhere("roll-back");
        }
        return purpose == DeploymentPurpose.HOTFIX && !withHotfixes
                ? new Place.Nowhere("hotfix")
                : new Place.At(finishedAt);
    }
}

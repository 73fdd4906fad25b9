package io.infinityloop.metrics.delivery;

import static java.util.Objects.requireNonNull;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Variant;
import io.infinityloop.metrics.link.Deployed;
import java.time.Duration;
import java.util.Objects;

/**
 * How long it takes to bring a version into production.
 *
 * <p>One sample for each production deployment that succeeded: from its start to its end, when it was verified. The end
 * says which window it falls into. The headline is the median (type 7); mean and p95 are parts.
 *
 * <p>Left out and counted: deployments to other environments, those that failed, were cancelled or have not ended,
 * roll-backs, and those of which only one instant is known, as start and as end. No data is undefined; one sample is
 * its own median.
 *
 * @unit seconds
 * @source ours; Keptn takes the end minus the start of every deployment that ended, which is the option
 *     {@code withFailed}. Requirement MET-10.
 * @since 0.1
 */
public final class DeploymentDuration {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.deployment-duration",
                    "Deployment duration",
                    "From the start of a production deployment to its verified end; median.",
                    "successful production deployments with start and end",
                    Unit.SECONDS,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; MET-10")
            .with(MetricProfile.PLAIN
                    .formula("verified end - start")
                    .leading()
                    .dimension(CalmrDimension.AUTOMATION)
                    .stage(Stage.DEPLOY)
                    .option("statistic", "the headline: MEDIAN by default")
                    .option("withFailed", "whether deployments that failed are in: no by default"));

    private DeploymentDuration() {}

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
        private boolean isWithFailed;
        private Statistic statistic = Statistic.MEDIAN;

        private Builder() {}

        /** {@return this builder; a deployment that failed or was taken back has a duration like others} */
        public Builder withFailed() {
            isWithFailed = true;
            return this;
        }

        /**
         * Chooses the headline.
         *
         * @param which which statistic
         * @return this builder
         */
        public Builder statistic(Statistic which) {
            statistic = requireNonNull(which, "which");
            return this;
        }

        /** {@return the metric by these options} */
        public MetricCalculator<Deployed, ?> build() {
            MetricDefinition definition = new Variant(DEFINITION)
                    .option(!isWithFailed, "with-failed", "deployments that failed are in")
                    .option(statistic, Statistic.MEDIAN, "", "the headline is the " + statistic.label())
                    .definition();
            boolean failedToo = isWithFailed;
            return Metrics.duration(
                    definition,
                    Deployed.class,
                    deployed -> place(deployed, failedToo),
                    deployed -> Duration.between(deployed.startedAt(), Objects.requireNonNull(deployed.finishedAt())),
                    statistic);
        }
    }

    private static Place place(Deployed deployed, boolean isWithFailed) {
        Place place = Deployments.place(deployed);
        if (!(place instanceof Place.At at)) {
            return place;
        }
        if (!deployed.isInProduction() && !isWithFailed) {
            return new Place.Nowhere("not successful");
        }
        return at.instant().equals(deployed.startedAt()) ? new Place.Nowhere("one instant only") : place;
    }
}

package io.infinityloop.metrics.delivery;

import static java.util.Objects.requireNonNull;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Variant;
import io.infinityloop.metrics.link.BuildRun;
import io.infinityloop.rule.Comparator;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a build takes, once a machine has begun with it.
 *
 * <p>One sample for each build that passed or failed: from its start to its end, which says which window it falls into.
 * What it waited for a machine before is {@link BuildQueueTime}. The headline is the median (type 7); mean and p95 are
 * parts.
 *
 * <p>Left out and counted: builds that were cancelled or skipped, that are running, whose outcome or end nobody told,
 * and those on a developer's own machine. No data is undefined; one sample is its own median.
 *
 * @unit seconds
 * @source ours; DevLake takes the mean of {@code duration_sec}, its documentation of successful builds only. DORA,
 *     "Continuous integration", dora.dev, asks for less than ten minutes. Requirements MET-07, THR-08 and D-17.
 * @since 0.1
 */
public final class BuildDuration {
    /** Below ten minutes, better below five; thirty minutes are an anti-pattern. */
    public static final Target TARGET = Target.of(
                    Comparator.BELOW, Amount.of(Duration.ofMinutes(10)), "THR-08: feedback within ten minutes")
            .ideal(Comparator.BELOW, Amount.of(Duration.ofMinutes(5)))
            .breach(Comparator.AT_LEAST, Amount.of(Duration.ofMinutes(30)));

    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.build-duration",
                    "Build duration",
                    "From the start of a build to its end, without the time in the queue; median.",
                    "finished builds",
                    Unit.SECONDS,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; MET-07")
            .with(MetricProfile.PLAIN
                    .alias("Build time")
                    .formula("end - start of each build that passed or failed")
                    .target(TARGET)
                    .leading()
                    .dimension(CalmrDimension.AUTOMATION)
                    .stage(Stage.BUILD)
                    .option("attempts", "which of several builds of one revision count: ALL by default, FIRST, LAST")
                    .option("passedOnly", "whether failed builds are left out: no by default")
                    .option("statistic", "the headline: MEDIAN by default"));

    private BuildDuration() {}

    /** {@return the metric} */
    public static MetricCalculator<BuildRun, ?> calculator() {
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
        private Attempts attempts = Attempts.ALL;
        private boolean isPassedOnly;
        private Statistic statistic = Statistic.MEDIAN;

        private Builder() {}

        /**
         * Chooses which of several builds of one revision count.
         *
         * @param which which
         * @return this builder
         */
        public Builder attempts(Attempts which) {
            attempts = requireNonNull(which, "which");
            return this;
        }

        /** {@return this builder; a build that failed is left out and counted, because it may have ended early} */
        public Builder passedOnly() {
            isPassedOnly = true;
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
        public MetricCalculator<BuildRun, ?> build() {
            MetricDefinition definition = new Variant(DEFINITION)
                    .option(attempts, Attempts.ALL, "attempt-", attempts.rule())
                    .option(!isPassedOnly, "passed", "failed builds are left out")
                    .option(statistic, Statistic.MEDIAN, "", "the headline is the " + statistic.label())
                    .definition();
            Attempts which = attempts;
            boolean noFailures = isPassedOnly;
            return Metrics.duration(
                    definition,
                    BuildRun.class,
                    build -> place(build, which, noFailures),
                    build -> Duration.between(build.startedAt(), build.endedAt()),
                    statistic);
        }
    }

    private static Place place(BuildRun build, Attempts attempts, boolean isPassedOnly) {
        Instant finishedAt = build.finishedAt();
        if (build.hasVerdict() && finishedAt == null) {
            return new Place.Nowhere("end unknown");
        }
        return isPassedOnly && build.outcome().isFailure()
                ? new Place.Nowhere("failed")
                : Verdicts.place(build, attempts);
    }
}

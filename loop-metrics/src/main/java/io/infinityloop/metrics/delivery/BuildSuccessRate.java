package io.infinityloop.metrics.delivery;

import static java.util.Objects.requireNonNull;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Variant;
import io.infinityloop.metrics.link.BuildRun;
import io.infinityloop.metrics.link.MainLine;
import io.infinityloop.rule.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the builds passes.
 *
 * <p>Builds that passed, divided by those that passed, failed, broke or took too long. The end says which window a
 * build falls into. By default each attempt counts: what is green only at the third try was red twice.
 *
 * <p>Left out and counted: builds that were cancelled or skipped, that are running or whose outcome nobody told, and
 * those on a developer's own machine. No finished build is undefined; 0 means that none passed.
 *
 * @unit part of the finished builds, 0 to 1
 * @source ours. DevLake's Jenkins dashboard also divides by running and stopped builds, and takes a cancelled run of
 *     GitHub for a failure. Requirements MET-08 and THR-07.
 * @since 0.1
 */
public final class BuildSuccessRate {
    /** More than 95 %. */
    public static final Target TARGET =
            Target.of(Comparator.ABOVE, Part.ratio("0.95"), "THR-07: more than 95 % of the builds pass");

    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.build-success-rate",
                    "Build success rate",
                    "Builds that passed, divided by those that passed or failed; cancelled ones do not count.",
                    "finished builds",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours; MET-08")
            .with(MetricProfile.PLAIN
                    .formula("passed / (passed + failed + broken + timed out)")
                    .target(TARGET)
                    .leading()
                    .dimension(CalmrDimension.AUTOMATION)
                    .stage(Stage.BUILD)
                    .option("attempts", "which of several builds of one revision count: ALL by default, FIRST, LAST")
                    .option("mainLine", "builds of which branches count: of all by default"));

    private BuildSuccessRate() {}

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
        private @Nullable MainLine mainLine;

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

        /**
         * Leaves builds of pull requests and of other branches out, without counting them.
         *
         * @param line which branches count
         * @return this builder
         */
        public Builder mainLine(MainLine line) {
            mainLine = requireNonNull(line, "line");
            return this;
        }

        /** {@return the metric by these options} */
        public MetricCalculator<BuildRun, ?> build() {
            MainLine line = mainLine;
            Attempts which = attempts;
            MetricDefinition definition = new Variant(DEFINITION)
                    .option(attempts, Attempts.ALL, "attempt-", attempts.rule())
                    .option(line == null, "main-line", "only builds of " + line + " count")
                    .definition();
            return Metrics.ratio(
                    definition,
                    BuildRun.class,
                    build ->
                            line != null && !build.isOn(line) ? new Place.NotConcerned() : Verdicts.place(build, which),
                    build -> build.outcome().isSuccess());
        }
    }
}

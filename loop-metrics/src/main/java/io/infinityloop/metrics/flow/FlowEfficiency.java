package io.infinityloop.metrics.flow;

import static java.util.Objects.requireNonNull;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricProfile.Audience;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Variant;
import io.infinityloop.metrics.link.LoopPass;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Flow efficiency: for how much of its time somebody or something works on a change.
 *
 * <p>The items are the cycles of loops that were finished in the window. The headline is the sum of their active time,
 * divided by the sum of their time (a ratio of sums: a long cycle weighs more than a short one); the parts are active
 * and wait time, and the active share of each stage. Active is, by default, what was recorded: builds, test runs and
 * deployments recorded with the loop; what runs at the same time counts once. What people do is not recorded that way,
 * so where it matters say with {@link Builder#activeStages} which stages are active; the rest is wait.
 *
 * <p>Left out and counted: cycles that are not finished or were given up; cycles of which nobody recorded active time,
 * where no active stages are chosen; cycles without time. No data is undefined.
 *
 * @unit ratio, 0 to 1
 * @source Niklas Modig and Pär Åhlström, This is Lean, 2012: value-adding time in relation to throughput time; items
 *     and sums are ours. Requirement MET-32.
 * @since 0.1
 */
public final class FlowEfficiency {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "flow.efficiency",
                    "Flow efficiency",
                    "For how much of the time of finished cycles something ran for them.",
                    "finished cycles",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "Modig and Åhlström 2012, over the loop; MET-32")
            .with(MetricProfile.PLAIN
                    .alias("activity ratio", "process cycle efficiency")
                    .formula("active time / (active time + wait time), sums over finished cycles")
                    .audience(Audience.ENGINEER, Audience.BUSINESS, Audience.EXECUTIVE)
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .option("activeStages", "the stages whose whole time is active; default: as recorded")
                    .option("average", "RATIO_OF_SUMS or MEAN_OF_RATIOS; default RATIO_OF_SUMS"));

    private FlowEfficiency() {}

    /** {@return the metric by its default rule} */
    public static MetricCalculator<LoopPass, ?> calculator() {
        return builder().build();
    }

    /** {@return a builder of the metric by another rule} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How many items become one number.
     *
     * @since 0.1
     */
    public enum Average {
        /** All active time divided by all time. The default. */
        RATIO_OF_SUMS,
        /** The mean of each item's own share: a short one weighs as much as a long one. */
        MEAN_OF_RATIOS
    }

    /**
     * Chooses the rule. Not safe for use by many threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private @Nullable Set<Stage> activeStages;
        private Average average = Average.RATIO_OF_SUMS;

        private Builder() {}

        /**
         * Chooses the stages whose whole time is active; all others wait, whatever was recorded.
         *
         * @param stages the stages, at least one
         * @return this builder
         * @throws IllegalArgumentException if there is none
         */
        public Builder activeStages(Stage... stages) {
            if (stages.length == 0) {
                throw new IllegalArgumentException(
                        "without an active stage flow efficiency is always 0: expected at least one stage");
            }
            activeStages = EnumSet.copyOf(Arrays.asList(stages));
            return this;
        }

        /**
         * Chooses how many items become one number.
         *
         * @param how how; {@link Average#RATIO_OF_SUMS} unless chosen
         * @return this builder
         */
        public Builder average(Average how) {
            average = requireNonNull(how, "how");
            return this;
        }

        /** {@return the metric} */
        public MetricCalculator<LoopPass, ?> build() {
            @Nullable Set<Stage> chosen = activeStages == null ? null : EnumSet.copyOf(activeStages);
            Average how = average;
            MetricDefinition definition = definition(chosen, how);
            return Metrics.fold(
                    definition,
                    LoopPass.class,
                    (pass, asOf) -> place(pass),
                    ActiveTimes::new,
                    (state, pass, frame) -> state.add(pass, chosen),
                    ActiveTimes::merge,
                    (state, frame) -> state.result(definition, how));
        }
    }

    private static MetricDefinition definition(@Nullable Set<Stage> chosen, Average how) {
        String names = chosen == null
                ? ""
                : chosen.stream()
                        .map(stage -> stage.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining("-"));
        return new Variant(DEFINITION)
                .option(chosen == null, "active-" + names, "active are " + names)
                .option(how != Average.MEAN_OF_RATIOS, "mean-of-ratios", "the mean of each cycle's own share")
                .definition();
    }

    private static Place place(LoopPass pass) {
        Instant ended = pass.ended();
        if (ended == null) {
            return new Place.Nowhere("not finished");
        }
        return pass.isFinished() ? new Place.At(ended) : new Place.Nowhere("given up");
    }
}

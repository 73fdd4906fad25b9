package io.infinityloop.metrics.flow;

import static java.util.Objects.requireNonNull;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.BusinessCalendar;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricProfile.Audience;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.LoopPass;
import io.infinityloop.metrics.link.StageVisit;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How long a change takes to go round the loop once.
 *
 * <p>One sample for each cycle of a loop that is finished: from entering PLAN to leaving MONITOR, waiting and returns
 * included. The end says which window it falls into. The headline is the median (type 7); mean, p90 and p95 are parts.
 * With {@link Builder#stages} it begins with the first visit of one stage or a later one, and ends when the loop first
 * enters a stage behind another.
 *
 * <p>Left out and counted: cycles that are not finished, that were given up, or whose beginning was not seen. No data
 * is undefined; one sample is its own median.
 *
 * @unit seconds
 * @source The Kanban Guide, kanbanguides.org, 2020: "the amount of elapsed time between when a work item started and
 *     when a work item finished"; start and end over the loop are ours. Requirement MET-13.
 * @since 0.1
 */
public final class CycleTime {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "flow.cycle-time",
                    "Cycle time",
                    "From entering Plan to leaving Monitor, for each finished cycle of a loop; median.",
                    "finished cycles",
                    Unit.SECONDS,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "Kanban Guide 2020, over the loop; MET-13")
            .with(MetricProfile.PLAIN
                    .alias("flow time", "time round the loop")
                    .formula("when Monitor was left - when Plan was entered")
                    .audience(Audience.ENGINEER, Audience.BUSINESS, Audience.EXECUTIVE)
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .option("stages", "where it begins and ends; default PLAN to MONITOR")
                    .option("statistic", "the headline; default MEDIAN")
                    .option("calendar", "the working time that counts; default all time"));

    private CycleTime() {}

    /** {@return the metric by its default rule} */
    public static MetricCalculator<LoopPass, ?> calculator() {
        return builder().build();
    }

    /** {@return a builder of the metric by another rule} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Chooses the rule. Not safe for use by many threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private DurationRule rule = DurationRule.STANDARD;
        private Stretch stretch = Stretch.WHOLE;

        private Builder() {}

        /**
         * Chooses where it begins and ends.
         *
         * @param from the first stage whose time counts
         * @param to the last stage whose time counts, not before the first
         * @return this builder
         * @throws IllegalArgumentException if the last is before the first
         */
        public Builder stages(Stage from, Stage to) {
            stretch = new Stretch(from, to);
            return this;
        }

        /**
         * Chooses the headline.
         *
         * @param statistic the number that stands for all samples; the median unless chosen
         * @return this builder
         */
        public Builder statistic(Statistic statistic) {
            rule = rule.with(statistic);
            return this;
        }

        /**
         * Chooses the working time that counts.
         *
         * @param calendar when people are at work; all time counts unless chosen
         * @return this builder
         */
        public Builder calendar(BusinessCalendar calendar) {
            rule = rule.with(calendar);
            return this;
        }

        /** {@return the metric} */
        public MetricCalculator<LoopPass, ?> build() {
            return build(DEFINITION, DurationRule.STANDARD.statistic());
        }

        MetricCalculator<LoopPass, ?> build(MetricDefinition standard, Statistic usual) {
            DurationRule measure = rule;
            Stretch chosen = stretch;
            MetricDefinition definition = rule.variant(standard, usual)
                    .option(chosen.equals(Stretch.WHOLE), chosen.label(), "from " + chosen.from + " to " + chosen.to)
                    .definition();
            return Metrics.duration(
                    definition,
                    LoopPass.class,
                    chosen::place,
                    pass -> measure.between(
                            Objects.requireNonNull(chosen.start(pass)),
                            Objects.requireNonNull(chosen.end(pass).orElse(null))),
                    measure.statistic());
        }
    }

    /** The part of a cycle from entering one stage to leaving another. */
    private record Stretch(Stage from, Stage to) {
        static final Stretch WHOLE = new Stretch(Stage.PLAN, Stage.MONITOR);

        Stretch {
            requireNonNull(from, "from");
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("cycle time cannot go from " + from + " back to " + to
                        + ": expected the same stage or a later one");
            }
        }

        String label() {
            return (from + "-to-" + to).toLowerCase(Locale.ROOT);
        }

        Place place(LoopPass pass) {
            Optional<Instant> end = end(pass);
            if (end.isEmpty()) {
                return new Place.Nowhere(pass.end() == LoopPass.End.RETIRED ? "given up" : "not finished");
            }
            return from.isBefore(pass.visits().get(0).stage())
                    ? new Place.Nowhere("beginning not seen")
                    : new Place.At(end.get());
        }

        /** When the loop first entered the stage, or one behind it. */
        Instant start(LoopPass pass) {
            return pass.visits().stream()
                    .filter(visit -> !visit.stage().isBefore(from))
                    .map(StageVisit::entered)
                    .findFirst()
                    .orElseGet(pass::started);
        }

        /** When the loop first entered a stage behind the last, or the cycle was finished. */
        Optional<Instant> end(LoopPass pass) {
            return pass.visits().stream()
                    .filter(visit -> to.isBefore(visit.stage()))
                    .map(StageVisit::entered)
                    .findFirst()
                    .or(() -> Optional.ofNullable(pass.isFinished() ? pass.ended() : null));
        }
    }
}

package io.infinityloop.metrics.dora;

import static java.util.Objects.requireNonNull;

import io.infinityloop.CalmrDimension;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricProfile.Audience;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Variant;
import io.infinityloop.metrics.link.Change;
import io.infinityloop.metrics.link.Delivery;
import io.infinityloop.rule.Comparator;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * How long a change takes from being written to running in production.
 *
 * <p>One sample for each commit: from its author's time to the end of the first successful production deployment that
 * contains it. The deployment's end says which window it falls into. The headline is the median (type 7); the mean is a
 * part.
 *
 * <p>Left out and counted: merge commits, changes that are not deployed yet, changes in a deployment that is marked as
 * baseline, negative durations. No data is undefined; one sample is its own median. From an idea to production is
 * another metric (D-10).
 *
 * @unit seconds
 * @source DORA, "DORA's software delivery performance metrics", dora.dev/guides, 2026: "committed to version control to
 *     deployed in production". The guide names no statistic and no start; we take the author's time, because rebasing
 *     changes the committer's. Requirements MET-02, THR-02 and D-10.
 * @since 0.1
 */
public final class ChangeLeadTime {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "dora.change-lead-time",
                    "Change lead time",
                    "From a commit's author time to the first successful production deployment that contains it;"
                            + " median.",
                    "changes deployed to production",
                    Unit.SECONDS,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "DORA guide 2026; MET-02")
            .with(MetricProfile.PLAIN
                    .alias("lead time for changes", "lead-time-for-changes", "LTFC")
                    .formula("median of (end of the first successful production deployment - author time)")
                    .target(Target.of(Comparator.BELOW, Amount.of(Duration.ofDays(1)), "THR-02: less than a day"))
                    .primary()
                    .audience(Audience.ENGINEER, Audience.BUSINESS, Audience.EXECUTIVE)
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .option("start", "what starts the clock: AUTHORED (default) or COMMITTED")
                    .option("end", "what stops it: DEPLOYED to production (default) or RELEASED")
                    .option("statistic", "the headline: MEDIAN (default), MEAN or a percentile")
                    .option("negative", "what is done with an end before the start: EXCLUDE (default) or CLAMP_ZERO")
                    .option("merges", "whether merge commits are changes: no by default")
                    .option("baseline", "whether what the first delivery held counts: no by default")
                    .option("calendar", "how time passes: elapsed by default, or by business hours"));

    private ChangeLeadTime() {}

    /** {@return the metric} */
    public static MetricCalculator<Change, ?> calculator() {
        return builder().build();
    }

    /** {@return the options, as they are by default} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What starts the clock.
     *
     * @since 0.1
     */
    public enum Start {
        /** The change was first written. */
        AUTHORED,
        /** It was committed as it is now: rebasing and squashing start the clock anew. */
        COMMITTED
    }

    /**
     * What stops the clock.
     *
     * @since 0.1
     */
    public enum End {
        /** The first successful production deployment that contains it ended. */
        DEPLOYED,
        /** The first release that contains it was prepared. */
        RELEASED
    }

    /**
     * What is done with a change that was delivered before it was written, as clocks that differ make it look.
     *
     * @since 0.1
     */
    public enum Negative {
        /** It is left out and counted. */
        EXCLUDE,
        /** It took no time. */
        CLAMP_ZERO
    }

    /**
     * Gathers the options. Not safe for use by many threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private Start start = Start.AUTHORED;
        private End end = End.DEPLOYED;
        private Statistic statistic = Statistic.MEDIAN;
        private Negative negative = Negative.EXCLUDE;
        private boolean merges;
        private boolean baseline;
        private String calendar = "";
        private BiFunction<Instant, Instant, Duration> elapsed = Duration::between;

        private Builder() {}

        /**
         * Sets what starts the clock.
         *
         * @param event the event
         * @return this builder
         */
        public Builder start(Start event) {
            this.start = requireNonNull(event, "event");
            return this;
        }

        /**
         * Sets what stops the clock.
         *
         * @param event the event
         * @return this builder
         */
        public Builder end(End event) {
            this.end = requireNonNull(event, "event");
            return this;
        }

        /**
         * Sets the headline.
         *
         * @param headline the statistic
         * @return this builder
         */
        public Builder statistic(Statistic headline) {
            this.statistic = requireNonNull(headline, "headline");
            return this;
        }

        /**
         * Sets what is done with a negative duration.
         *
         * @param rule the rule
         * @return this builder
         */
        public Builder negative(Negative rule) {
            this.negative = requireNonNull(rule, "rule");
            return this;
        }

        /** {@return this builder; merge commits are changes like others} */
        public Builder withMerges() {
            this.merges = true;
            return this;
        }

        /** {@return this builder; what a delivery that is marked as baseline held counts like others} */
        public Builder withBaseline() {
            this.baseline = true;
            return this;
        }

        /**
         * Sets how time passes.
         *
         * @param name the name of the calendar, lower-case, such as {@code business-hours}: a part of the id
         * @param between how long it is from one instant to another; negative if the second is the earlier
         * @return this builder
         * @throws IllegalArgumentException if the name is no part of an id
         */
        public Builder calendar(String name, BiFunction<Instant, Instant, Duration> between) {
            if (!name.matches("[a-z0-9][a-z0-9-]*")) {
                throw new IllegalArgumentException("the name of a calendar is a part of the metric's id: '" + name
                        + "' is not lower-case such as 'business-hours'");
            }
            this.calendar = name;
            this.elapsed = requireNonNull(between, "between");
            return this;
        }

        /** {@return the metric by these options} */
        public MetricCalculator<Change, ?> build() {
            Rules rules = new Rules(start, end, negative, merges, baseline, elapsed);
            return Metrics.duration(definition(), Change.class, rules::place, rules::duration, statistic);
        }

        private MetricDefinition definition() {
            return new Variant(DEFINITION)
                    .option(start == Start.AUTHORED, Variant.word(start), "from the committer's time")
                    .option(end == End.DEPLOYED, Variant.word(end), "to the first release")
                    .option(statistic == Statistic.MEDIAN, Variant.word(statistic), "the " + statistic.label())
                    .option(negative == Negative.EXCLUDE, "clamped", "a negative duration is 0")
                    .option(!merges, "merges", "merge commits count")
                    .option(!baseline, "baseline", "the baseline counts")
                    .option(calendar.isEmpty(), calendar, "time as in the calendar " + calendar)
                    .definition();
        }
    }

    /** What was chosen. */
    private record Rules(
            Start start,
            End end,
            Negative negative,
            boolean merges,
            boolean baseline,
            BiFunction<Instant, Instant, Duration> elapsed) {
        @Nullable
        Delivery delivery(Change change) {
            return end == End.DEPLOYED ? change.deployed() : change.released();
        }

        Place place(Change change) {
            Delivery delivery = delivery(change);
            if (change.merge() && !merges) {
                return new Place.Nowhere("merge commit");
            }
            if (delivery == null) {
                return new Place.Nowhere(end == End.DEPLOYED ? "not deployed yet" : "not released yet");
            }
            return delivery.baseline() && !baseline
                    ? new Place.Nowhere("in the baseline")
                    : new Place.At(delivery.at());
        }

        Duration duration(Change change) {
            Instant from = start == Start.AUTHORED ? change.authoredAt() : change.committedAt();
            Duration taken =
                    elapsed.apply(from, requireNonNull(delivery(change)).at());
            return taken.isNegative() && negative == Negative.CLAMP_ZERO ? Duration.ZERO : taken;
        }
    }
}

package io.infinityloop.metrics.dora;

import static java.util.Objects.requireNonNull;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
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
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.metrics.link.Failure;
import io.infinityloop.rule.Comparator;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long it takes to recover from a deployment that failed.
 *
 * <p>One sample for each failed production deployment that was put right in the window. The clock starts when the
 * deployment ended, or when it failed first if that was earlier, as in a roll-out by steps; it stops at whatever came
 * first: the end of the deployment that put it right, or the end of the last incident that it caused. The headline is
 * the median; mean, p90 and others are parts. A deployment fails by the same evidence as for the
 * {@link ChangeFailureRate}, unless an option says otherwise.
 *
 * <p>Failed deployments that are not put right at the end of what is seen of the window are no samples: the parts count
 * them and say how old they are. None that was put right is undefined.
 *
 * @unit seconds
 * @source DORA, "DORA's software delivery performance metrics", dora.dev/guides, 2026: "time to recover from a
 *     deployment that fails and requires immediate intervention". The guide names no start and no statistic. The target
 *     is that of {@link TimeToRestore} (THR-05), which it replaces since 2023.
 * @since 0.1
 */
public final class FailedDeploymentRecoveryTime {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "dora.failed-deployment-recovery-time",
                    "Failed deployment recovery time",
                    "From a failed production deployment to its repair, of those that were put right in the window;"
                            + " median.",
                    "failed deployments that were put right",
                    Unit.SECONDS,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "DORA guide 2026")
            .with(MetricProfile.PLAIN
                    .alias("FDRT")
                    .formula("median of (put right - the earlier of end of the deployment and start of its failure)")
                    .target(Target.of(Comparator.BELOW, Amount.of(Duration.ofHours(1)), "THR-05: less than an hour"))
                    .primary()
                    .audience(Audience.ENGINEER, Audience.BUSINESS, Audience.EXECUTIVE)
                    .dimension(CalmrDimension.RECOVERY)
                    .stage(Stage.OPERATE)
                    .option("evidence", "what shows a failure: CUSTOMER_INCIDENT by default")
                    .option("start", "what starts the clock: EARLIEST (default), DEPLOYMENT_END or FAILURE_START")
                    .option("end", "what stops it: the FIRST recovery (default) or ALL of them")
                    .option("statistic", "the headline: MEDIAN (default), MEAN or a percentile"));

    private FailedDeploymentRecoveryTime() {}

    /** {@return the metric} */
    public static MetricCalculator<Deployed, ?> calculator() {
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
        /** The end of the deployment, or the start of its failure if that is earlier. */
        EARLIEST,
        /** The end of the deployment. */
        DEPLOYMENT_END,
        /** The start of its first failure. */
        FAILURE_START
    }

    /**
     * What stops the clock.
     *
     * @since 0.1
     */
    public enum End {
        /** A deployment that put it right, or the end of the last incident: what comes first. */
        FIRST,
        /** All of them. */
        ALL
    }

    /**
     * Gathers the options. Not safe for use by many threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private Set<FailedBy> evidence = EnumSet.of(FailedBy.CUSTOMER_INCIDENT);
        private Start start = Start.EARLIEST;
        private End end = End.FIRST;
        private Statistic statistic = Statistic.MEDIAN;

        private Builder() {}

        /**
         * Sets what shows that a deployment failed; one of them is enough.
         *
         * @param kinds the kinds, at least one
         * @return this builder
         * @throws IllegalArgumentException if there is none
         */
        public Builder evidence(FailedBy... kinds) {
            this.evidence = FailedBy.atLeastOne(kinds);
            return this;
        }

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

        /** {@return the metric by these options} */
        public MetricCalculator<Deployed, ?> build() {
            String kinds = new TreeSet<>(evidence).stream().map(Variant::word).collect(Collectors.joining("-or-"));
            MetricDefinition definition = new Variant(DEFINITION)
                    .option(evidence.equals(EnumSet.of(FailedBy.CUSTOMER_INCIDENT)), kinds, "fails by " + kinds)
                    .option(start == Start.EARLIEST, "from-" + Variant.word(start), "the clock starts at " + start)
                    .option(end == End.FIRST, "to-" + Variant.word(end), "all that failed is put right")
                    .option(statistic == Statistic.MEDIAN, Variant.word(statistic), "the " + statistic.label())
                    .definition();
            Rules rules = new Rules(Set.copyOf(evidence), start, end);
            Statistic headline = statistic;
            return Metrics.foldIn(
                    definition,
                    Deployed.class,
                    (deployed, asOf) -> rules.place(deployed),
                    Recoveries::new,
                    (recoveries, one, frame) -> recoveries.add(rules.start(one), rules.end(one), frame),
                    Recoveries::merge,
                    (recoveries, frame) -> recoveries.result(definition, headline));
        }
    }

    /** What was chosen. */
    private record Rules(Set<FailedBy> evidence, Start clockStart, End clockEnd) {
        Place place(Deployed deployed) {
            if (deployed.failures().isEmpty() || deployed.finishedAt() == null) {
                return new Place.NotConcerned();
            }
            return FailedBy.first(evidence, deployed).isEmpty()
                    ? new Place.Nowhere("failed by other evidence only")
                    : Spans.of(start(deployed), end(deployed));
        }

        Instant start(Deployed deployed) {
            Instant finished = Objects.requireNonNull(deployed.finishedAt());
            Instant failed =
                    FailedBy.first(evidence, deployed).map(Failure::startedAt).orElse(finished);
            return switch (clockStart) {
                case DEPLOYMENT_END -> finished;
                case FAILURE_START -> failed;
                case EARLIEST -> failed.isBefore(finished) ? failed : finished;
            };
        }

        /** When it was put right; null if it is not. */
        @Nullable
        Instant end(Deployed deployed) {
            Optional<Instant> incidents = last(deployed.failures().stream()
                    .filter(FailedBy.INCIDENT::accepts)
                    .toList());
            if (clockEnd == End.ALL) {
                return last(deployed.failures()).orElse(null);
            }
            Stream<Instant> others = deployed.failures().stream()
                    .filter(failure -> !FailedBy.INCIDENT.accepts(failure))
                    .map(Failure::restoredAt)
                    .flatMap(Stream::ofNullable);
            return Stream.concat(incidents.stream(), others)
                    .min(Instant::compareTo)
                    .orElse(null);
        }

        /** When the last of them was put right; empty if one is not. */
        private static Optional<Instant> last(List<Failure> failures) {
            return failures.stream().anyMatch(failure -> failure.restoredAt() == null)
                    ? Optional.empty()
                    : failures.stream()
                            .map(Failure::restoredAt)
                            .flatMap(Stream::ofNullable)
                            .max(Instant::compareTo);
        }
    }
}

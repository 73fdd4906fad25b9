package io.infinityloop.metrics.dora;

import static java.util.Objects.requireNonNull;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.RestoreClock;
import io.infinityloop.artifact.Severity;
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
import io.infinityloop.metrics.link.IncidentCase;
import io.infinityloop.rule.Comparator;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How long it takes to restore the service once it is disturbed, whatever disturbed it.
 *
 * <p>One sample for each incident that was over in the window: from the start of the failure to the restored service,
 * not to the repair of its root cause. The headline is the mean, as the name MTTR has it (D-14); the median and others
 * are parts.
 *
 * <p>Incidents that are not over at the end of what is seen of the window are no samples: the parts count them and say
 * how old they are. Left out and counted: exercises, and incidents that the options leave out. No incident that is over
 * is undefined.
 *
 * @unit seconds
 * @source DORA, "State of DevOps", 2018 to 2022: "how long does it generally take to restore service when a service
 *     incident or a defect that impacts users occurs"; the later {@link FailedDeploymentRecoveryTime} asks for failed
 *     deployments only. Requirements MET-05, THR-05 and D-14.
 * @since 0.1
 */
public final class TimeToRestore {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "dora.time-to-restore",
                    "Time to restore service",
                    "From the start of an incident to the restored service, of the incidents that were over in the"
                            + " window; mean.",
                    "restored incidents",
                    Unit.SECONDS,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "DORA reports 2018 to 2022; MET-05 and D-14")
            .with(MetricProfile.PLAIN
                    .alias("time-to-restore", "mean time to restore", "mean time to recovery", "MTTR", "TTRS")
                    .formula("mean of (service restored - start of the failure)")
                    .target(Target.of(Comparator.BELOW, Amount.of(Duration.ofHours(1)), "THR-05: less than an hour"))
                    .primary()
                    .audience(Audience.ENGINEER, Audience.BUSINESS, Audience.EXECUTIVE)
                    .dimension(CalmrDimension.RECOVERY)
                    .stage(Stage.OPERATE)
                    .option("clock", "what stops the clock: RESOLVED (default) or MITIGATED")
                    .option("statistic", "the headline: MEAN (default), MEDIAN or a percentile")
                    .option("cause", "which incidents count: ANY (default), DEPLOYMENT or OTHER")
                    .option("severities", "which severities count: all, and unknown ones, by default")
                    .option("customerImpactOnly", "whether customers must have noticed: no by default"));

    private TimeToRestore() {}

    /** {@return the metric} */
    public static MetricCalculator<IncidentCase, ?> calculator() {
        return builder().build();
    }

    /** {@return the options, as they are by default} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What caused the incidents that count.
     *
     * @since 0.1
     */
    public enum Cause {
        /** Anything. */
        ANY,
        /** A deployment. */
        DEPLOYMENT,
        /** Anything but a deployment, as far as that is known. */
        OTHER
    }

    /**
     * Gathers the options. Not safe for use by many threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private RestoreClock clock = RestoreClock.DEFAULT;
        private Statistic statistic = Statistic.MEAN;
        private Cause cause = Cause.ANY;
        private Set<Severity> severities = EnumSet.noneOf(Severity.class);
        private boolean customerImpactOnly;

        private Builder() {}

        /**
         * Sets what stops the clock. Where a workaround is asked for and nobody reported one, the restored service
         * does.
         *
         * @param event the event
         * @return this builder
         */
        public Builder clock(RestoreClock event) {
            this.clock = requireNonNull(event, "event");
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
         * Sets what caused the incidents that count.
         *
         * @param which the cause
         * @return this builder
         */
        public Builder cause(Cause which) {
            this.cause = requireNonNull(which, "which");
            return this;
        }

        /**
         * Sets how bad the incidents are that count; one whose severity nobody said does not count then.
         *
         * @param which the severities, at least one
         * @return this builder
         * @throws IllegalArgumentException if there is none
         */
        public Builder severities(Severity... which) {
            this.severities = FailedBy.severities(which);
            return this;
        }

        /** {@return this builder; an incident that no customer noticed is left out and counted} */
        public Builder customerImpactOnly() {
            this.customerImpactOnly = true;
            return this;
        }

        /** {@return the metric by these options} */
        public MetricCalculator<IncidentCase, ?> build() {
            String bad = new TreeSet<>(severities).stream().map(Variant::word).collect(Collectors.joining("-or-"));
            MetricDefinition definition = new Variant(DEFINITION)
                    .option(clock == RestoreClock.RESOLVED, Variant.word(clock), "a workaround stops the clock")
                    .option(statistic == Statistic.MEAN, Variant.word(statistic), "the " + statistic.label())
                    .option(cause == Cause.ANY, "cause-" + Variant.word(cause), "the cause is " + cause)
                    .option(severities.isEmpty(), bad, "the severity is " + bad)
                    .option(!customerImpactOnly, "customer-impact", "customers noticed")
                    .definition();
            Rules rules = new Rules(clock, cause, Set.copyOf(severities), customerImpactOnly);
            Statistic headline = statistic;
            return Metrics.foldIn(
                    definition,
                    IncidentCase.class,
                    (incident, asOf) -> rules.place(incident),
                    Recoveries::new,
                    (recoveries, one, frame) -> recoveries.add(one.incident().at(), rules.end(one.incident()), frame),
                    Recoveries::merge,
                    (recoveries, frame) -> recoveries.result(definition, headline));
        }
    }

    /** What was chosen. */
    private record Rules(RestoreClock clock, Cause cause, Set<Severity> severities, boolean customerImpactOnly) {
        Place place(IncidentCase one) {
            Incident incident = one.incident();
            Severity severity = incident.response().severity();
            if (incident.response().practice()) {
                return new Place.Nowhere("exercise");
            }
            if (customerImpactOnly && !incident.customerImpact()) {
                return new Place.Nowhere("no impact on customers");
            }
            if (!severities.isEmpty() && (severity == null || !severities.contains(severity))) {
                return new Place.Nowhere("other severity");
            }
            if (cause == Cause.DEPLOYMENT && !one.isCausedByDeployment()) {
                return new Place.Nowhere("no deployment caused it");
            }
            return cause == Cause.OTHER && one.isCausedByDeployment()
                    ? new Place.Nowhere("a deployment caused it")
                    : Spans.of(incident.at(), end(incident));
        }

        @Nullable
        Instant end(Incident incident) {
            Instant mitigatedAt = incident.response().mitigatedAt();
            return clock == RestoreClock.MITIGATED && mitigatedAt != null ? mitigatedAt : incident.resolvedAt();
        }
    }
}

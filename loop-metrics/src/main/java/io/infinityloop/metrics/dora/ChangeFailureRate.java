package io.infinityloop.metrics.dora;

import static java.util.Objects.requireNonNull;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Severity;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
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
import io.infinityloop.metrics.link.Failure;
import io.infinityloop.rule.Comparator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which part of the production deployments failed.
 *
 * <p>Deployments are counted, not incidents: one that caused three incidents failed once. By default one has failed if
 * it is linked to an incident that customers noticed. What was taken back without such an incident is told apart, and
 * so is the number of deployments that are so young that their failure may not have shown: they are in the number, as
 * {@code immature}.
 *
 * <p>Left out and counted: deployments to other environments, those that never ran (they failed before anybody could be
 * harmed), and roll-backs, which are no deployments (D-11). No deployment in the window is undefined.
 *
 * @unit a ratio, 0 to 1
 * @source DORA, "DORA's software delivery performance metrics", dora.dev/guides, 2026: "the ratio of deployments that
 *     require immediate intervention". The default evidence is that of D-13, which is narrower: an incident with impact
 *     on customers. Requirements MET-04, THR-04 and D-13.
 * @since 0.1
 */
public final class ChangeFailureRate {
    /** After which time a failure is expected to have shown. */
    public static final Duration HORIZON = Duration.ofHours(24);

    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "dora.change-failure-rate",
                    "Change failure rate",
                    "Production deployments that are linked to an incident which customers noticed, divided by"
                            + " production deployments.",
                    "production deployments",
                    Unit.RATIO,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "DORA guide 2026; MET-04 and D-13")
            .with(MetricProfile.PLAIN
                    .alias("dora.change-fail-rate", "change fail rate", "CFR")
                    .formula("failed production deployments / production deployments")
                    .target(Target.of(
                            Comparator.BELOW, new Amount(new BigDecimal("0.15"), Unit.RATIO), "THR-04: less than 15 %"))
                    .primary()
                    .audience(Audience.ENGINEER, Audience.BUSINESS, Audience.EXECUTIVE)
                    .dimension(CalmrDimension.MEASUREMENT)
                    .stage(Stage.OPERATE)
                    .option("evidence", "what shows a failure: CUSTOMER_INCIDENT by default")
                    .option("severities", "how bad an incident is that counts: any, and unknown, by default")
                    .option("failedRuns", "whether a deployment that never ran is one that failed: no by default")
                    .option(
                            "denominator",
                            "which deployments are all: DELIVERED (default), SUCCEEDED or ENDED, also those that"
                                    + " never ran")
                    .option("horizon", "after which time a failure is expected to have shown: 24 h by default")
                    .option("matureOnly", "whether younger deployments are left out: no by default")
                    .option("bucket", "when a failed deployment counts: at its DEPLOYMENT (default) or its FAILURE")
                    .option("rollbacks", "whether a roll-back is a deployment: no by default"));

    private ChangeFailureRate() {}

    /** {@return the metric} */
    public static MetricCalculator<Deployed, ?> calculator() {
        return builder().build();
    }

    /** {@return the options, as they are by default} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Which production deployments are all there are.
     *
     * @since 0.1
     */
    public enum Denominator {
        /** Those whose version came to run, also if it was taken back. */
        DELIVERED,
        /** Those that succeeded and stand. */
        SUCCEEDED,
        /** Those that ended, also those whose version never came to run or that somebody stopped. */
        ENDED;

        boolean includes(DeploymentStatus status) {
            return switch (status) {
                case SUCCEEDED -> true;
                case ROLLED_BACK -> this != SUCCEEDED;
                case FAILED, CANCELLED -> this == ENDED;
                case IN_PROGRESS, UNKNOWN -> false;
            };
        }
    }

    /**
     * When a deployment that failed counts. One that did not always counts when it ended.
     *
     * @since 0.1
     */
    public enum Bucket {
        /** When the deployment ended. */
        DEPLOYMENT,
        /** When it failed first. */
        FAILURE
    }

    /**
     * Gathers the options. Not safe for use by many threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private Set<FailedBy> evidence = EnumSet.of(FailedBy.CUSTOMER_INCIDENT);
        private Set<Severity> severities = EnumSet.noneOf(Severity.class);
        private Denominator denominator = Denominator.DELIVERED;
        private Bucket bucket = Bucket.DEPLOYMENT;
        private Duration horizon = HORIZON;
        private boolean failedRuns;
        private boolean matureOnly;
        private boolean rollbacks;

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
         * Sets how bad an incident is that counts; one whose severity nobody said does not count then.
         *
         * @param which the severities, at least one
         * @return this builder
         * @throws IllegalArgumentException if there is none
         */
        public Builder severities(Severity... which) {
            this.severities = FailedBy.severities(which);
            return this;
        }

        /**
         * Counts deployments that never ran, or that somebody stopped, as failed, and among all deployments.
         *
         * @return this builder
         */
        public Builder withFailedRuns() {
            this.failedRuns = true;
            this.denominator = Denominator.ENDED;
            return this;
        }

        /**
         * Sets which deployments are all there are.
         *
         * @param all the deployments
         * @return this builder
         */
        public Builder denominator(Denominator all) {
            this.denominator = requireNonNull(all, "all");
            return this;
        }

        /**
         * Sets when a failed deployment counts.
         *
         * @param when the instant
         * @return this builder
         */
        public Builder bucket(Bucket when) {
            this.bucket = requireNonNull(when, "when");
            return this;
        }

        /**
         * Sets after which time a failure is expected to have shown.
         *
         * @param time the time, not negative
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder horizon(Duration time) {
            if (time.isNegative()) {
                throw new IllegalArgumentException(
                        "the horizon " + time + " is negative: expected the time after which a failure has shown");
            }
            this.horizon = time;
            return this;
        }

        /** {@return this builder; a deployment that is younger than the horizon is left out and counted} */
        public Builder matureOnly() {
            this.matureOnly = true;
            return this;
        }

        /** {@return this builder; a roll-back is a deployment like others} */
        public Builder withRollbacks() {
            this.rollbacks = true;
            return this;
        }

        /**
         * Returns the metric by these options.
         *
         * @return the metric
         * @throws IllegalArgumentException if deployments that never ran fail and are not among all deployments
         */
        public MetricCalculator<Deployed, ?> build() {
            if (failedRuns && denominator != Denominator.ENDED) {
                throw new IllegalArgumentException("deployments that never ran are to count as failed, but "
                        + denominator + " leaves them out: expected the denominator ENDED");
            }
            MetricDefinition definition = definition();
            Rules rules = new Rules(
                    definition,
                    Set.copyOf(evidence),
                    Set.copyOf(severities),
                    denominator,
                    bucket,
                    new Maturity(horizon, matureOnly),
                    failedRuns,
                    rollbacks);
            return Metrics.fold(
                    definition,
                    Deployed.class,
                    (deployed, asOf) -> rules.place(deployed),
                    FailCounts::new,
                    rules::add,
                    FailCounts::merge,
                    (counts, frame) -> counts.result(definition));
        }

        private MetricDefinition definition() {
            String kinds = new TreeSet<>(evidence).stream().map(Variant::word).collect(Collectors.joining("-or-"));
            String bad = new TreeSet<>(severities).stream().map(Variant::word).collect(Collectors.joining("-or-"));
            return new Variant(DEFINITION)
                    .option(evidence.equals(EnumSet.of(FailedBy.CUSTOMER_INCIDENT)), kinds, "fails by " + kinds)
                    .option(severities.isEmpty(), bad, "the severity is " + bad)
                    .option(!failedRuns, "failed-runs", "one that never ran fails")
                    .option(
                            denominator == Denominator.DELIVERED || failedRuns,
                            "of-" + Variant.word(denominator),
                            "of all that " + Variant.word(denominator))
                    .option(
                            horizon.equals(HORIZON),
                            "within-" + horizon.toString().toLowerCase(java.util.Locale.ROOT),
                            "mature after " + horizon)
                    .option(!matureOnly, "mature-only", "what is younger than the horizon is left out")
                    .option(bucket == Bucket.DEPLOYMENT, "by-failure", "a failure counts when it began")
                    .option(!rollbacks, "with-rollbacks", "a roll-back counts")
                    .definition();
        }
    }

    /** When a deployment is old enough for its failure to have shown, and what is done with one that is not. */
    private record Maturity(Duration horizon, boolean only) {
        boolean lacks(Instant endedAt, Frame frame) {
            return Duration.between(endedAt, frame.asOf()).compareTo(horizon) < 0;
        }
    }

    /** What was chosen. */
    private record Rules(
            MetricDefinition definition,
            Set<FailedBy> evidence,
            Set<Severity> severities,
            Denominator denominator,
            Bucket bucket,
            Maturity maturity,
            boolean failedRuns,
            boolean rollbacks) {
        Place place(Deployed deployed) {
            Instant finishedAt = deployed.finishedAt();
            if (deployed.environment() != Environment.PRODUCTION) {
                return new Place.Nowhere("not in production");
            }
            if (finishedAt == null || !denominator.includes(deployed.status())) {
                return new Place.Nowhere("not successful");
            }
            if (deployed.plan().purpose() == DeploymentPurpose.ROLLBACK && !rollbacks) {
                return new Place.Nowhere("roll-back");
            }
            return new Place.At(
                    bucket == Bucket.DEPLOYMENT
                            ? finishedAt
                            : FailedBy.first(evidence, severities, deployed)
                                    .map(Failure::startedAt)
                                    .orElse(finishedAt));
        }

        Use add(FailCounts counts, Deployed deployed, Frame frame) {
            boolean immature = maturity.lacks(Objects.requireNonNull(deployed.finishedAt()), frame);
            if (immature && maturity.only()) {
                return Use.excluded("immature");
            }
            boolean ran = deployed.status() == DeploymentStatus.SUCCEEDED
                    || deployed.status() == DeploymentStatus.ROLLED_BACK;
            boolean failed = FailedBy.first(evidence, severities, deployed).isPresent() || (failedRuns && !ran);
            boolean takenBack = deployed.status() == DeploymentStatus.ROLLED_BACK
                    || deployed.failures().stream().anyMatch(FailedBy.ROLLBACK::accepts);
            counts.add(failed, takenBack && !failed, immature);
            return Use.counted();
        }
    }
}

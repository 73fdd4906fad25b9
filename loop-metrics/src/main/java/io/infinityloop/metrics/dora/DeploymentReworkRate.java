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
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.Variant;
import io.infinityloop.metrics.link.Deployed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which part of the production deployments was not planned but made because of something in production: roll-backs,
 * hotfixes, and deployments that name what they put right.
 *
 * <p>Nothing is guessed from titles or branches. A deployment whose purpose nobody said counts as planned, and the
 * parts say how many such there are; where nobody said of any, the rate is undefined.
 *
 * <p>Left out and counted: deployments to other environments, and those that did not succeed. Roll-backs are in, though
 * they are no deployments for the {@link DeploymentFrequency}: they are rework as such; an option leaves them out.
 *
 * @unit a ratio, 0 to 1
 * @source DORA, "DORA's software delivery performance metrics", dora.dev/guides, 2026: "the ratio of deployments that
 *     are unplanned but happen as a result of an incident in production". No figure is published as a target.
 * @since 0.1
 */
public final class DeploymentReworkRate {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "dora.deployment-rework-rate",
                    "Deployment rework rate",
                    "Production deployments that were not planned, but made because of something in production,"
                            + " divided by production deployments.",
                    "production deployments of a known purpose",
                    Unit.RATIO,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "DORA guide 2026")
            .with(MetricProfile.PLAIN
                    .alias("rework rate")
                    .formula("(roll-backs + hotfixes + remedies) / successful production deployments")
                    .primary()
                    .audience(Audience.ENGINEER, Audience.BUSINESS, Audience.EXECUTIVE)
                    .dimension(CalmrDimension.MEASUREMENT)
                    .stage(Stage.DEPLOY)
                    .option("rollbacks", "whether roll-backs are in: yes by default"));

    private DeploymentReworkRate() {}

    /** {@return the metric} */
    public static MetricCalculator<Deployed, ?> calculator() {
        return calculator(DEFINITION, true);
    }

    /** {@return the metric without roll-backs: of what goes forward only} */
    public static MetricCalculator<Deployed, ?> withoutRollbacks() {
        MetricDefinition definition = new Variant(DEFINITION)
                .option(false, "without-rollbacks", "roll-backs are left out")
                .definition();
        return calculator(definition, false);
    }

    private static MetricCalculator<Deployed, ?> calculator(MetricDefinition definition, boolean rollbacks) {
        return Metrics.fold(
                definition,
                Deployed.class,
                (deployed, asOf) -> place(deployed, rollbacks),
                Counts::new,
                (counts, deployed, frame) -> counts.add(deployed),
                Counts::merge,
                (counts, frame) -> counts.result(definition));
    }

    private static Place place(Deployed deployed, boolean rollbacks) {
        Instant finishedAt = deployed.finishedAt();
        if (deployed.environment() != Environment.PRODUCTION) {
            return new Place.Nowhere("not in production");
        }
        if (!deployed.isInProduction() || finishedAt == null) {
            return new Place.Nowhere("not successful");
        }
        return deployed.plan().purpose() == DeploymentPurpose.ROLLBACK && !rollbacks
                ? new Place.Nowhere("roll-back")
                : new Place.At(finishedAt);
    }

    /** How many there are of each sort. */
    private static final class Counts {
        private long all;
        private long rollbacks;
        private long hotfixes;
        private long remedies;
        private long unknown;

        Use add(Deployed deployed) {
            all++;
            DeploymentPurpose purpose = deployed.plan().purpose();
            if (purpose == DeploymentPurpose.ROLLBACK) {
                rollbacks++;
            } else if (purpose == DeploymentPurpose.HOTFIX) {
                hotfixes++;
            } else if (deployed.isRework()) {
                remedies++;
            } else if (purpose == DeploymentPurpose.UNKNOWN) {
                unknown++;
            }
            return Use.counted();
        }

        Counts merge(Counts from) {
            all += from.all;
            rollbacks += from.rollbacks;
            hotfixes += from.hotfixes;
            remedies += from.remedies;
            unknown += from.unknown;
            return this;
        }

        MetricResult result(MetricDefinition definition) {
            if (all == unknown) {
                String reason = all == 0
                        ? "no production deployments in this window"
                        : "nobody said what the " + all + " production deployments in this window were for";
                return new MetricResult.Undefined(definition.id(), reason, new TreeMap<>());
            }
            BigDecimal rework = BigDecimal.valueOf(rollbacks + hotfixes + remedies);
            return MetricResult.Value.of(
                    definition,
                    new Amount(rework.divide(BigDecimal.valueOf(all), 18, RoundingMode.HALF_EVEN), Unit.RATIO),
                    Map.of(
                            "all", Amount.count(all),
                            "hotfixes", Amount.count(hotfixes),
                            "remedies", Amount.count(remedies),
                            "roll-backs", Amount.count(rollbacks),
                            "unknown purpose", Amount.count(unknown)),
                    all);
        }
    }
}

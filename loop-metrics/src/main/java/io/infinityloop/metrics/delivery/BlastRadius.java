package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Share;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.ExposureRun;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * How many users saw something before it was taken back, at most.
 *
 * <p>The highest exposure of each canary or feature flag that was withdrawn; the withdrawal says which window it falls
 * into. The headline is the highest of all, the parts are the lowest and the mean.
 *
 * <p>Left out and counted: what was not withdrawn. No withdrawal is undefined.
 *
 * @unit part of the users or servers, 0 to 1
 * @source ours. Requirement DEP-14.
 * @since 0.1
 */
public final class BlastRadius {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.blast-radius",
                    "Blast radius",
                    "The highest share of users that saw something before it was taken back.",
                    "roll-outs that were taken back",
                    Unit.RATIO,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; DEP-14")
            .with(MetricProfile.PLAIN
                    .formula("highest exposure before the withdrawal")
                    .primary()
                    .audience(
                            MetricProfile.Audience.ENGINEER,
                            MetricProfile.Audience.BUSINESS,
                            MetricProfile.Audience.EXECUTIVE)
                    .dimension(CalmrDimension.RECOVERY)
                    .stage(Stage.DEPLOY));

    private BlastRadius() {}

    /** {@return the metric} */
    public static MetricCalculator<ExposureRun, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                ExposureRun.class,
                (run, asOf) -> place(run),
                Shares::new,
                (shares, run, frame) -> shares.add(run.highest()),
                Shares::merge,
                (shares, frame) -> shares.result());
    }

    private static Place place(ExposureRun run) {
        Instant withdrawnAt = run.withdrawnAt();
        return withdrawnAt == null ? new Place.Nowhere("not taken back") : new Place.At(withdrawnAt);
    }

    private static final class Shares {
        private BigDecimal sum = BigDecimal.ZERO;
        private BigDecimal lowest = Share.ALL.percent();
        private BigDecimal highest = BigDecimal.ZERO;
        private long count;

        Use add(Share share) {
            sum = sum.add(share.percent());
            lowest = lowest.min(share.percent());
            highest = highest.max(share.percent());
            count++;
            return Use.counted();
        }

        Shares merge(Shares from) {
            sum = sum.add(from.sum);
            lowest = lowest.min(from.lowest);
            highest = highest.max(from.highest);
            count += from.count;
            return this;
        }

        MetricResult result() {
            BigDecimal hundred = Share.ALL.percent();
            return count == 0
                    ? MetricResult.Undefined.inWindow(DEFINITION)
                    : MetricResult.Value.of(
                            DEFINITION,
                            Part.of(highest, hundred),
                            Map.of(
                                    "mean",
                                    Part.of(sum, hundred.multiply(BigDecimal.valueOf(count))),
                                    "min",
                                    Part.of(lowest, hundred)),
                            count);
        }
    }
}

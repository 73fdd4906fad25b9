package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.ApprovalWait;
import java.time.Duration;
import java.util.Map;

/**
 * Which part of the lead time is spent waiting for an approval.
 *
 * <p>The time from the questions to the answers, divided by the lead times of what waited: of a release with many
 * changes the mean of theirs, from writing to production. The answer says which window an approval falls into. Where
 * many approvals of one release are asked for at the same time, each counts.
 *
 * <p>Left out and counted: approvals that nobody has answered yet; those that name nothing, or nothing that is in
 * production; those whose wait or lead time is negative, and those that were answered after the lead time was over. No
 * data is undefined.
 *
 * @unit part of the lead time, 0 to 1
 * @source ours. Requirement MET-24.
 * @since 0.1
 */
public final class ApprovalWaitShare {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.approval-wait-share",
                    "Approval wait in lead time",
                    "The time that approvals took, divided by the lead time of the changes that waited for them.",
                    "answered approvals of changes in production",
                    Unit.RATIO,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; MET-24")
            .with(MetricProfile.PLAIN
                    .formula("sum of (answered - asked) / sum of lead times")
                    .audience(
                            MetricProfile.Audience.ENGINEER,
                            MetricProfile.Audience.BUSINESS,
                            MetricProfile.Audience.EXECUTIVE)
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .stage(Stage.RELEASE));

    private ApprovalWaitShare() {}

    /** {@return the metric} */
    public static MetricCalculator<ApprovalWait, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                ApprovalWait.class,
                (approval, asOf) -> place(approval),
                Times::new,
                (times, approval, frame) -> times.add(approval),
                Times::merge,
                (times, frame) -> times.result());
    }

    private static Place place(ApprovalWait approval) {
        Place place = ApprovalWaitTime.place(approval);
        return place instanceof Place.At && approval.leadTime() == null
                ? new Place.Nowhere("lead time unknown")
                : place;
    }

    private static final class Times {
        private Duration waited = Duration.ZERO;
        private Duration lead = Duration.ZERO;
        private long approvals;

        Use add(ApprovalWait approval) {
            Duration wait = ApprovalWaitTime.wait(approval);
            Duration leadTime = approval.leadTime();
            if (leadTime == null || wait.isNegative() || leadTime.isNegative() || leadTime.isZero()) {
                return Use.excluded("negative duration");
            }
            if (wait.compareTo(leadTime) > 0) {
                return Use.excluded("longer than the lead time");
            }
            waited = waited.plus(wait);
            lead = lead.plus(leadTime);
            approvals++;
            return Use.counted();
        }

        Times merge(Times from) {
            waited = waited.plus(from.waited);
            lead = lead.plus(from.lead);
            approvals += from.approvals;
            return this;
        }

        MetricResult result() {
            return approvals == 0
                    ? MetricResult.Undefined.inWindow(DEFINITION)
                    : MetricResult.Value.of(
                            DEFINITION,
                            Part.of(Amount.of(waited).number(), Amount.of(lead).number()),
                            Map.of("lead time", Amount.of(lead), "waited", Amount.of(waited)),
                            approvals);
        }
    }
}

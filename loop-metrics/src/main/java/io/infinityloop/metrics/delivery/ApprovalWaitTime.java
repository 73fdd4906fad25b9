package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.ApprovalWait;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How long an approval takes.
 *
 * <p>One sample for each approval that was granted or denied: from the question to the answer, which says which window
 * it falls into. The headline is the median (type 7); the mean is a part. {@link ApprovalWaitShare} sets it against the
 * lead time.
 *
 * <p>Left out and counted: approvals that nobody has answered yet, negative durations. No data is undefined; one sample
 * is its own median.
 *
 * @unit seconds
 * @source ours, after DORA, "Streamlining change approval", dora.dev. Requirements MET-24 and D-24.
 * @since 0.1
 */
public final class ApprovalWaitTime {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.approval-wait",
                    "Approval wait",
                    "From the question for an approval to its answer; median.",
                    "answered approvals",
                    Unit.SECONDS,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; MET-24")
            .with(MetricProfile.PLAIN
                    .formula("answered - asked")
                    .audience(
                            MetricProfile.Audience.ENGINEER,
                            MetricProfile.Audience.BUSINESS,
                            MetricProfile.Audience.EXECUTIVE)
                    .leading()
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .stage(Stage.RELEASE));

    private ApprovalWaitTime() {}

    /** {@return the metric} */
    public static MetricCalculator<ApprovalWait, ?> calculator() {
        return Metrics.duration(DEFINITION, ApprovalWait.class, ApprovalWaitTime::place, ApprovalWaitTime::wait);
    }

    static Place place(ApprovalWait approval) {
        Instant answeredAt = approval.answeredAt();
        return answeredAt == null ? new Place.Nowhere("not answered yet") : new Place.At(answeredAt);
    }

    static Duration wait(ApprovalWait approval) {
        return Duration.between(approval.askedAt(), Objects.requireNonNull(approval.answeredAt()));
    }
}

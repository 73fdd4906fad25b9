package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.metrics.link.Failure;

/**
 * Which part of the production deployments is taken back.
 *
 * <p>Deployments whose status is ROLLED_BACK, or for which a later deployment brought an earlier version back, divided
 * by those that succeeded, failed or were taken back. The end of the deployment that was taken back says which window
 * it falls into. The roll-back itself is an action, no deployment of something new: it is left out and counted.
 *
 * <p>Left out and counted besides: deployments to other environments, those that were cancelled, are running or whose
 * outcome or end nobody told. No finished deployment is undefined; a young deployment may still be taken back.
 *
 * @unit part of the finished deployments, 0 to 1
 * @source ours. Requirements DEP-19, D-11 and MET-04.
 * @since 0.1
 */
public final class RollbackRate {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.rollback-rate",
                    "Roll-back rate",
                    "Production deployments that were taken back, divided by those that ended.",
                    "finished production deployments",
                    Unit.RATIO,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; DEP-19")
            .with(MetricProfile.PLAIN
                    .formula("taken back / (succeeded + failed + taken back)")
                    .dimension(CalmrDimension.RECOVERY)
                    .stage(Stage.DEPLOY));

    private RollbackRate() {}

    /** {@return the metric} */
    public static MetricCalculator<Deployed, ?> calculator() {
        return Metrics.ratio(DEFINITION, Deployed.class, Deployments::place, RollbackRate::isTakenBack);
    }

    private static boolean isTakenBack(Deployed deployed) {
        return deployed.status() == DeploymentStatus.ROLLED_BACK
                || deployed.failures().stream().anyMatch(failure -> failure.sign() == Failure.Sign.ROLLBACK);
    }
}

package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.Deployed;

/**
 * Which part of the production deployments comes to run.
 *
 * <p>Deployments that succeeded, divided by those that succeeded, failed or were taken back. The end says which window
 * a deployment falls into. Whether the version that came to run was bad is another question: that is
 * {@link io.infinityloop.metrics.dora.ChangeFailureRate}, and neither number follows from the other.
 *
 * <p>Left out and counted: deployments to other environments, those that were cancelled, are running or whose outcome
 * or end nobody told, and deployments that only brought an earlier version back. No finished deployment is undefined.
 *
 * @unit part of the finished deployments, 0 to 1
 * @source ours. Requirements MET-11 and DEP-19.
 * @since 0.1
 */
public final class DeploymentSuccessRate {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.deployment-success-rate",
                    "Deployment success rate",
                    "Production deployments that succeeded, divided by those that succeeded or failed.",
                    "finished production deployments",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours; MET-11")
            .with(MetricProfile.PLAIN
                    .formula("succeeded / (succeeded + failed + taken back)")
                    .leading()
                    .dimension(CalmrDimension.AUTOMATION)
                    .stage(Stage.DEPLOY));

    private DeploymentSuccessRate() {}

    /** {@return the metric} */
    public static MetricCalculator<Deployed, ?> calculator() {
        return Metrics.ratio(DEFINITION, Deployed.class, Deployments::place, Deployed::isInProduction);
    }
}

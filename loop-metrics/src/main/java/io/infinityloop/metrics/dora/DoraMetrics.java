package io.infinityloop.metrics.dora;

import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricProvider;
import java.util.Collection;
import java.util.List;

/**
 * Hands over the metrics of this package.
 *
 * @since 0.1
 */
public final class DoraMetrics implements MetricProvider {
    /** Creates the provider. */
    public DoraMetrics() {}

    @Override
    public Collection<MetricCalculator<?, ?>> metrics() {
        return List.of(
                ChangeLeadTime.calculator(),
                DeploymentFrequency.calculator(),
                ChangeFailureRate.calculator(),
                FailedDeploymentRecoveryTime.calculator(),
                TimeToRestore.calculator(),
                DeploymentReworkRate.calculator());
    }
}
